// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/cuda_guide.hpp>
#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

/// NVIDIA GeForce RTX 4090 (Ada AD102, 128 SM at 2520 MHz). On GeForce cards fp16 and fp8 with fp32 accumulation run at
/// half their rate with fp16 accumulation: 165.2 and 330.3 TFLOPS for fp16. matrix_math<fp16> is the first, and what
/// frameworks use; the second is matrix_math<fp16, fp16>. bf16 has fp32 accumulation only. Advertised "1321 AI TOPS" is
/// fp8 or i8 with 2:4. There is no NVLink: cards talk over PCIe.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance rtx_4090_whitepaper = datasheet(
    "NVIDIA RTX Blackwell GPU Architecture whitepaper v1.1, Appendix A Table 3 (pp. 46-48), column GeForce RTX 4090");
inline constexpr provenance rtx_4090_int4 =
    derived("twice the printed i8 rate: 128 SM x 4096 op/clk x 2520 MHz; the tables read do not print it");
inline constexpr provenance rtx_4090_fp64 =
    derived("128 SM x 4 FLOP/clk x 2520 MHz: 1/64 of the fp32 rate, as everywhere on Ada; no document read prints it");
inline constexpr provenance rtx_4090_special = derived(
    "128 SM x 16 op/clk x 2520 MHz; 16 is the CUDA C++ Programming Guide, table of arithmetic instruction throughput, "
    "compute capability 8.9");
inline constexpr provenance rtx_4090_pcie = derived(
    "PCIe Gen4 (RTX Blackwell whitepaper v1.1, Appendix A Table 3): 16 lanes x 16 Gbit/s are 32 GB/s a direction");
}  // namespace source

// clang-format off
inline constexpr auto rtx_4090 = machine<"RTX 4090">(
    ceiling<matrix_math<fp8>>(330.3_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<fp8, fp16>>(660.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<fp16>>(165.2_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<fp16, fp16>>(330.3_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<bf16>>(165.2_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<tf32>>(82.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<i8>>(660.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<i4>>(1321.2_TFLOPS, source::rtx_4090_int4),
    ceiling<matrix_math<fp8, fp32, sparse_2_4>>(660.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<fp8, fp16, sparse_2_4>>(1321.2_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<fp16, fp32, sparse_2_4>>(330.4_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<fp16, fp16, sparse_2_4>>(660.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<bf16, fp32, sparse_2_4>>(330.4_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<tf32, fp32, sparse_2_4>>(165.2_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<matrix_math<i8, i32, sparse_2_4>>(1321.2_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<vector_math<fp16>>(82.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<vector_math<bf16>>(82.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<vector_math<fp32>>(82.6_TFLOPS, source::rtx_4090_whitepaper),
    ceiling<vector_math<fp64>>(1'290'240_MFLOPS, source::rtx_4090_fp64),
    unpublished<vector_math<i32>>(),
    ceiling<special_math<special::exp2>>(5'160'960_MFLOPS, source::rtx_4090_special),
    ceiling<special_math<special::log2>>(5'160'960_MFLOPS, source::rtx_4090_special),
    ceiling<special_math<special::rsqrt>>(5'160'960_MFLOPS, source::rtx_4090_special),
    ceiling<special_math<special::reciprocal>>(5'160'960_MFLOPS, source::rtx_4090_special),
    ceiling<special_math<special::tanh>>(5'160'960_MFLOPS, source::rtx_4090_special),
    ceiling<special_math<special::sin>>(5'160'960_MFLOPS, source::rtx_4090_special),
    ceiling<memory<dram>>(1008_GBps, source::rtx_4090_whitepaper),
    unpublished<memory<llc>>(),
    unpublished<memory<shared>>(),
    capacity<memory<dram>>(24_GB, source::rtx_4090_whitepaper),
    capacity<memory<llc>>(73728_KiB, source::rtx_4090_whitepaper),
    capacity<memory<shared>>(100_KiB, source::cuda_guide),
    ceiling<interconnect<host>>(32_GBps, source::rtx_4090_pcie),
    ceiling<board_power>(450_W, source::rtx_4090_whitepaper),
    compute_units(128, source::rtx_4090_whitepaper));
// clang-format on

}  // namespace roofline::hw
