// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

/// H100 SXM and H200 SXM are one chip (GH100, 132 SM) with different memory. Its rates belong to two clocks: matrix
/// rates of 8 to 32 bit to 1830 MHz, fp64 matrix, vector and special function rates to 1980 MHz. (1980 MHz would make
/// 1070 TFLOPS of the 989.4, which nobody prints.)
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance gh100_whitepaper = quoted(
    "NVIDIA H100 Tensor Core GPU Architecture whitepaper v1.04, Tables 1, 3 and 4 (pp. 20, 39-41), column SXM5, as "
    "quoted in public transcriptions; unrounded, where the data sheets of H100 and H200 round");
inline constexpr provenance gh100_special =
    derived("132 SM x 16 op/clk x 1980 MHz; 16 is the CUDA C++ Programming Guide, as cited by FlashAttention-3 "
            "(arXiv 2407.08608, section 3.2 and footnote 5), which takes it at 1830 MHz");
inline constexpr provenance gh100_shared =
    derived("132 SM x 128 B/clk (32 banks of 4 B, CUDA C++ Best Practices Guide) x 1980 MHz");
inline constexpr provenance gh100_l2 =
    quoted("NVIDIA H100 Tensor Core GPU Architecture whitepaper v1.04: \"50 MB\", which is MiB, as quoted in public "
           "transcriptions");
}  // namespace source

namespace detail {

// clang-format off
template<diagnostic::text Name, class... Board>
constexpr auto gh100(const Board&... board) {
    return machine<Name>(
        ceiling<matrix_math<fp8>>(1978.9_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<fp8, fp16>>(1978.9_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<fp16>>(989.4_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<fp16, fp16>>(989.4_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<bf16>>(989.4_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<tf32>>(494.7_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<fp64>>(66.9_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<i8>>(1978.9_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<fp8, fp32, sparse_2_4>>(3957.8_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<fp16, fp32, sparse_2_4>>(1978.9_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<bf16, fp32, sparse_2_4>>(1978.9_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<tf32, fp32, sparse_2_4>>(989.4_TFLOPS, source::gh100_whitepaper),
        ceiling<matrix_math<i8, i32, sparse_2_4>>(3957.8_TFLOPS, source::gh100_whitepaper),
        ceiling<vector_math<fp16>>(133.8_TFLOPS, source::gh100_whitepaper),
        ceiling<vector_math<bf16>>(133.8_TFLOPS, source::gh100_whitepaper),
        ceiling<vector_math<fp32>>(66.9_TFLOPS, source::gh100_whitepaper),
        ceiling<vector_math<fp64>>(33.5_TFLOPS, source::gh100_whitepaper),
        ceiling<vector_math<i32>>(33.5_TFLOPS, source::gh100_whitepaper),
        ceiling<special_math<special::exp2>>(4'181'760_MFLOPS, source::gh100_special),
        ceiling<special_math<special::log2>>(4'181'760_MFLOPS, source::gh100_special),
        ceiling<special_math<special::rsqrt>>(4'181'760_MFLOPS, source::gh100_special),
        ceiling<special_math<special::reciprocal>>(4'181'760_MFLOPS, source::gh100_special),
        ceiling<special_math<special::tanh>>(4'181'760_MFLOPS, source::gh100_special),
        ceiling<special_math<special::sin>>(4'181'760_MFLOPS, source::gh100_special),
        unpublished<memory<llc>>(),
        ceiling<memory<shared>>(33'454'080_MBps, source::gh100_shared),
        capacity<memory<llc>>(50_MiB, source::gh100_l2),
        capacity<memory<shared>>(228_KiB, source::gh100_whitepaper),
        board...);
}
// clang-format on

}  // namespace detail
}  // namespace roofline::hw
