// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

/// AMD Instinct MI300X (CDNA 3, 304 CU at 2100 MHz). memory<llc> is the Infinity Cache, on the side of the memory and
/// shared by all; the 4 MiB of L2 of each of the eight dies are private to it and not listed. Transcendental functions
/// are instructions of the vector units, at a quarter of their rate, so the two share time; there is none for tanh.
/// Infinity Fabric gives every pair of GPUs a link of its own, interconnect<peer<scale_up>>: the sum of them is reached
/// only by talking to all seven others.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance mi300x_rocm =
    datasheet("AMD ROCm documentation, MI300 series microarchitecture (docs/conceptual/gpu-arch/mi300.md)");
inline constexpr provenance mi300x_specs = datasheet(
    "AMD ROCm documentation, accelerator and GPU hardware specifications (docs/reference/gpu-arch-specs.rst)");
inline constexpr provenance mi300x_datasheet =
    quoted("AMD Instinct MI300X accelerator data sheet, as quoted in public transcriptions");
inline constexpr provenance mi300x_memory = quoted("AMD Instinct MI300X accelerator data sheet, as quoted in public "
                                                   "transcriptions: 5.325 TB/s (8192 bit x 5.2 Gbit/s), "
                                                   "which other AMD pages shorten to 5.3");
inline constexpr provenance mi300x_special = derived(
    "304 CU x 16 op/clk x 2100 MHz: a quarter of the vector rate of 64 lanes, by LLVM's scheduling model of gfx942 "
    "(AMDGPU SISchedule.td, reviews.llvm.org/D81011)");
inline constexpr provenance mi300x_infinity_cache = derived(
    "128 channels x 64 B/clk x 2.1 GHz; AMD's launch slides, as reproduced by ServeTheHome, shorten it to 17 TB/s");
inline constexpr provenance mi300x_fabric = quoted(
    "AMD Instinct MI300X accelerator data sheet, as quoted in public transcriptions: seven links of 128 GB/s for both "
    "directions, half of the sum here; a pair of GPUs has one link, 64 GB/s a direction");
inline constexpr provenance mi300x_pcie = quoted(
    "AMD Instinct MI300X accelerator data sheet, as quoted in public transcriptions: PCIe Gen5 x16, half of the total "
    "of both directions");
}  // namespace source

// clang-format off
inline constexpr auto mi300x = machine<"MI300X">(
    ceiling<matrix_math<fp8>>(2614.9_TFLOPS, source::mi300x_rocm),
    ceiling<matrix_math<fp16>>(1307.4_TFLOPS, source::mi300x_rocm),
    ceiling<matrix_math<bf16>>(1307.4_TFLOPS, source::mi300x_rocm),
    ceiling<matrix_math<tf32>>(653.7_TFLOPS, source::mi300x_rocm),  // in a row that says "vector" by mistake
    ceiling<matrix_math<fp32>>(163.4_TFLOPS, source::mi300x_rocm),
    ceiling<matrix_math<fp64>>(163.4_TFLOPS, source::mi300x_rocm),
    ceiling<matrix_math<i8>>(2614.9_TFLOPS, source::mi300x_rocm),
    ceiling<matrix_math<fp8, fp32, sparse_2_4>>(5229.8_TFLOPS, source::mi300x_datasheet),
    ceiling<matrix_math<fp16, fp32, sparse_2_4>>(2614.9_TFLOPS, source::mi300x_datasheet),
    ceiling<matrix_math<bf16, fp32, sparse_2_4>>(2614.9_TFLOPS, source::mi300x_datasheet),
    ceiling<matrix_math<tf32, fp32, sparse_2_4>>(1307.4_TFLOPS, source::mi300x_datasheet),
    ceiling<matrix_math<i8, i32, sparse_2_4>>(5229.8_TFLOPS, source::mi300x_datasheet),
    unpublished<vector_math<fp16>>(),
    ceiling<vector_math<fp32>>(163.4_TFLOPS, source::mi300x_rocm),
    ceiling<vector_math<fp64>>(81.7_TFLOPS, source::mi300x_rocm),
    unpublished<vector_math<i32>>(),
    ceiling<special_math<special::exp2>>(10'214'400_MFLOPS, source::mi300x_special, runs_on<vector_engine>),
    ceiling<special_math<special::log2>>(10'214'400_MFLOPS, source::mi300x_special, runs_on<vector_engine>),
    ceiling<special_math<special::rsqrt>>(10'214'400_MFLOPS, source::mi300x_special, runs_on<vector_engine>),
    ceiling<special_math<special::reciprocal>>(10'214'400_MFLOPS, source::mi300x_special, runs_on<vector_engine>),
    unpublished<special_math<special::tanh>>(),
    ceiling<special_math<special::sin>>(10'214'400_MFLOPS, source::mi300x_special, runs_on<vector_engine>),
    ceiling<memory<dram>>(5325_GBps, source::mi300x_memory),
    ceiling<memory<llc>>(17'203'200_MBps, source::mi300x_infinity_cache),
    unpublished<memory<shared>>(),
    capacity<memory<dram>>(192_GB, source::mi300x_datasheet),
    capacity<memory<llc>>(256_MiB, source::mi300x_specs),
    capacity<memory<shared>>(64_KiB, source::mi300x_specs),
    ceiling<interconnect<scale_up>>(448_GBps, source::mi300x_fabric),
    ceiling<interconnect<peer<scale_up>>>(64_GBps, source::mi300x_fabric),
    domain<interconnect<scale_up>>(8, source::mi300x_rocm),
    ceiling<interconnect<host>>(64_GBps, source::mi300x_pcie),
    ceiling<board_power>(750_W, source::mi300x_datasheet),
    compute_units(304, source::mi300x_specs));
// clang-format on

}  // namespace roofline::hw
