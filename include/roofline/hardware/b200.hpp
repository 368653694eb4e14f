// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/blackwell.hpp>
#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

/// NVIDIA HGX B200, one of the eight GPUs of a board, at 1000 W. Not the GB200, which is 11 % faster. 192 GB and 8 TB/s
/// were announced in March 2024; it ships with 180 GB and 7.7 TB/s. No boost clock is published. Its vector units do
/// not run fp16 twice as fast as fp32, as Hopper's do.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance b200_tf32 = quoted("NVIDIA HGX platform page, table of HGX B200, as quoted in public "
                                               "transcriptions: 18 PFLOPS of eight GPUs with 2:4, "
                                               "so 2250 of one, half of bf16; the data sheet truncates to 2.2");
inline constexpr provenance b200_tf32_dense = quoted("NVIDIA HGX platform page, table of HGX B200, as quoted in public "
                                                     "transcriptions: 18 PFLOPS of eight GPUs with 2:4, "
                                                     "so 1125 dense of one");
inline constexpr provenance b200_special = derived(
    "148 SM x 16 op/clk x 1965 MHz, the highest clock that devices report; 16 is FlashAttention-4 (arXiv 2603.05451)");
inline constexpr provenance b200_units = quoted("NVIDIA Technical Blog, Boost GPU Memory Performance with No Code "
                                                "Changes Using NVIDIA CUDA MPS (December 2025), as "
                                                "quoted in public transcriptions");
}  // namespace source

// clang-format off
inline constexpr auto b200 = machine<"HGX B200">(
    ceiling<matrix_math<fp4>>(9000_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp6>>(4500_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp8>>(4500_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp16>>(2250_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<bf16>>(2250_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<tf32>>(1125_TFLOPS, source::b200_tf32_dense),
    ceiling<matrix_math<fp64>>(37_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<i8>>(4500_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp4, fp32, sparse_2_4>>(18000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<fp6, fp32, sparse_2_4>>(9000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<fp8, fp32, sparse_2_4>>(9000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<fp16, fp32, sparse_2_4>>(4500_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<bf16, fp32, sparse_2_4>>(4500_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<tf32, fp32, sparse_2_4>>(2250_TFLOPS, source::b200_tf32),
    ceiling<matrix_math<i8, i32, sparse_2_4>>(9000_TFLOPS, source::blackwell_datasheet),
    unpublished<vector_math<fp16>>(),
    unpublished<vector_math<bf16>>(),
    ceiling<vector_math<fp32>>(75_TFLOPS, source::blackwell_datasheet),
    ceiling<vector_math<fp64>>(37_TFLOPS, source::blackwell_datasheet),
    unpublished<vector_math<i32>>(),
    ceiling<special_math<special::exp2>>(4'653'120_MFLOPS, source::b200_special),
    ceiling<special_math<special::log2>>(4'653'120_MFLOPS, source::b200_special),
    ceiling<special_math<special::rsqrt>>(4'653'120_MFLOPS, source::b200_special),
    ceiling<special_math<special::reciprocal>>(4'653'120_MFLOPS, source::b200_special),
    ceiling<special_math<special::tanh>>(4'653'120_MFLOPS, source::b200_special),
    ceiling<special_math<special::sin>>(4'653'120_MFLOPS, source::b200_special),
    ceiling<memory<dram>>(7.7_TBps, source::blackwell_datasheet),
    unpublished<memory<llc>>(),
    unpublished<memory<shared>>(),
    capacity<memory<dram>>(180_GB, source::blackwell_datasheet),
    capacity<memory<llc>>(126_MiB, source::blackwell_l2),
    capacity<memory<shared>>(228_KiB, source::blackwell_tuning_guide),
    ceiling<interconnect<scale_up>>(900_GBps, source::blackwell_link),
    domain<interconnect<scale_up>>(8, source::blackwell_datasheet),
    ceiling<interconnect<host>>(64_GBps, source::blackwell_link),
    ceiling<board_power>(1000_W, source::blackwell_datasheet),
    compute_units(148, source::b200_units));
// clang-format on

}  // namespace roofline::hw
