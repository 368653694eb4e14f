// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/cuda_guide.hpp>
#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

/// NVIDIA A40: the RTX A6000's chip (GA102, 84 SM) for servers, at 1740 MHz and with slower memory (14.5 instead of
/// 16 Gbit/s a pin). Its 299.4 TFLOPS are a 2:4 rate. NVLink joins two cards over a bridge. No fp8.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance a40_datasheet = quoted(
    "NVIDIA A40 datasheet (images.nvidia.com/content/Solutions/data-center/a40/nvidia-a40-datasheet.pdf), table as "
    "copied by a reseller on ecer.com");
inline constexpr provenance a40_fp16_fp32 = quoted(
    "NVIDIA A40 datasheet, table as copied by a reseller on ecer.com: one FP16 rate, which GA102 boards other than "
    "GeForce have with either accumulator");
inline constexpr provenance a40_link =
    quoted("NVIDIA A40 datasheet, table as copied by a reseller on ecer.com; half of the total of both directions");
inline constexpr provenance a40_vector = derived(
    "the printed fp32 rate: outside its matrix units GA102 runs fp16 and bf16 as fast as fp32 (so printed for the "
    "RTX A6000)");
inline constexpr provenance a40_special = derived(
    "84 SM x 16 op/clk x 1740 MHz, the clock of the printed 37.4 TFLOPS; 16 is the CUDA C++ Programming Guide, table "
    "of "
    "arithmetic instruction throughput, compute capability 8.6, as quoted on forums.developer.nvidia.com (170635)");
inline constexpr provenance a40_l2 =
    derived("12 memory controllers x 512 KiB: the whole GA102 chip, as on the RTX A6000, for which it is printed");
inline constexpr provenance a40_units =
    quoted("NVIDIA A40 datasheet, table as copied by a reseller on ecer.com: 10752 CUDA cores / 128");
}  // namespace source

// clang-format off
inline constexpr auto a40 = machine<"A40">(
    ceiling<matrix_math<fp16>>(149.7_TFLOPS, source::a40_fp16_fp32),
    ceiling<matrix_math<fp16, fp16>>(149.7_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<bf16>>(149.7_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<tf32>>(74.8_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<i8>>(299.3_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<i4>>(598.7_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<fp16, fp32, sparse_2_4>>(299.4_TFLOPS, source::a40_fp16_fp32),
    ceiling<matrix_math<fp16, fp16, sparse_2_4>>(299.4_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<bf16, fp32, sparse_2_4>>(299.4_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<tf32, fp32, sparse_2_4>>(149.6_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<i8, i32, sparse_2_4>>(598.6_TFLOPS, source::a40_datasheet),
    ceiling<matrix_math<i4, i32, sparse_2_4>>(1197.4_TFLOPS, source::a40_datasheet),
    ceiling<vector_math<fp16>>(37.4_TFLOPS, source::a40_vector),
    ceiling<vector_math<bf16>>(37.4_TFLOPS, source::a40_vector),
    ceiling<vector_math<fp32>>(37.4_TFLOPS, source::a40_datasheet),
    unpublished<vector_math<fp64>>(),
    unpublished<vector_math<i32>>(),
    ceiling<special_math<special::exp2>>(2'338'560_MFLOPS, source::a40_special),
    ceiling<special_math<special::log2>>(2'338'560_MFLOPS, source::a40_special),
    ceiling<special_math<special::rsqrt>>(2'338'560_MFLOPS, source::a40_special),
    ceiling<special_math<special::reciprocal>>(2'338'560_MFLOPS, source::a40_special),
    ceiling<special_math<special::tanh>>(2'338'560_MFLOPS, source::a40_special),
    ceiling<special_math<special::sin>>(2'338'560_MFLOPS, source::a40_special),
    ceiling<memory<dram>>(696_GBps, source::a40_datasheet),
    unpublished<memory<llc>>(),
    unpublished<memory<shared>>(),
    capacity<memory<dram>>(48_GB, source::a40_datasheet),
    capacity<memory<llc>>(6_MiB, source::a40_l2),
    capacity<memory<shared>>(100_KiB, source::cuda_guide),
    ceiling<interconnect<scale_up>>(56.25_GBps, source::a40_link),
    domain<interconnect<scale_up>>(2, source::a40_datasheet),
    ceiling<interconnect<host>>(32_GBps, source::a40_link),
    ceiling<board_power>(300_W, source::a40_datasheet),
    compute_units(84, source::a40_units));
// clang-format on

}  // namespace roofline::hw
