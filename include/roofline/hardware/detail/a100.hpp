// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

/// The four A100s are one chip (GA100, 108 SM at 1410 MHz) on different boards: what the chip does stands here, what
/// the board adds (memory, links, power) in the header of each.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance a100_whitepaper = quoted(
    "NVIDIA A100 Tensor Core GPU Architecture whitepaper, Tables 1 to 5 and p. 36, as quoted in public transcriptions "
    "(images.nvidia.com/aem-dam/en-zz/Solutions/data-center/nvidia-ampere-architecture-whitepaper.pdf)");
inline constexpr provenance a100_whitepaper_link = quoted("NVIDIA A100 Tensor Core GPU Architecture whitepaper, as "
                                                          "quoted in public transcriptions; half of the total of both "
                                                          "directions");
inline constexpr provenance a100_datasheet = quoted("NVIDIA A100 Tensor Core GPU datasheet 2188504 (May 2022), PCIe "
                                                    "and SXM columns, as quoted in public transcriptions "
                                                    "(www.nvidia.com/en-us/data-center/a100)");
inline constexpr provenance a100_datasheet_link = quoted(
    "NVIDIA A100 Tensor Core GPU datasheet 2188504 (May 2022), as quoted in public transcriptions; half of the total "
    "of both directions");
inline constexpr provenance a100_special = derived(
    "108 SM x 16 op/clk x 1410 MHz; 16 is the CUDA C++ Programming Guide, table of arithmetic instruction throughput, "
    "compute capability 8.0");
inline constexpr provenance a100_l2 =
    derived("5120 B/clk read (NVIDIA A100 Tensor Core GPU Architecture whitepaper, p. 35) x 1410 MHz");
inline constexpr provenance a100_shared =
    derived("108 SM x 128 B/clk (32 banks of 4 B, CUDA C++ Best Practices Guide) x 1410 MHz");
}  // namespace source

namespace detail {

// clang-format off
template<diagnostic::text Name, class... Board>
constexpr auto a100(const Board&... board) {
    return machine<Name>(
        ceiling<matrix_math<fp16>>(312_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<fp16, fp16>>(312_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<bf16>>(312_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<tf32>>(156_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<fp64>>(19.5_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<i8>>(624_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<i4>>(1248_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<i1>>(4992_TFLOPS, source::a100_whitepaper),  // bitwise
        ceiling<matrix_math<fp16, fp32, sparse_2_4>>(624_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<fp16, fp16, sparse_2_4>>(624_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<bf16, fp32, sparse_2_4>>(624_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<tf32, fp32, sparse_2_4>>(312_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<i8, i32, sparse_2_4>>(1248_TFLOPS, source::a100_whitepaper),
        ceiling<matrix_math<i4, i32, sparse_2_4>>(2496_TFLOPS, source::a100_whitepaper),
        ceiling<vector_math<fp16>>(78_TFLOPS, source::a100_whitepaper),
        ceiling<vector_math<bf16>>(39_TFLOPS, source::a100_whitepaper),
        ceiling<vector_math<fp32>>(19.5_TFLOPS, source::a100_whitepaper),
        ceiling<vector_math<fp64>>(9.7_TFLOPS, source::a100_whitepaper),
        ceiling<vector_math<i32>>(19.5_TFLOPS, source::a100_whitepaper),
        ceiling<special_math<special::exp2>>(2'436'480_MFLOPS, source::a100_special),
        ceiling<special_math<special::log2>>(2'436'480_MFLOPS, source::a100_special),
        ceiling<special_math<special::rsqrt>>(2'436'480_MFLOPS, source::a100_special),
        ceiling<special_math<special::reciprocal>>(2'436'480_MFLOPS, source::a100_special),
        ceiling<special_math<special::tanh>>(2'436'480_MFLOPS, source::a100_special),
        ceiling<special_math<special::sin>>(2'436'480_MFLOPS, source::a100_special),
        ceiling<memory<llc>>(7'219'200_MBps, source::a100_l2),
        ceiling<memory<shared>>(19'491'840_MBps, source::a100_shared),
        capacity<memory<llc>>(40960_KiB, source::a100_whitepaper),
        capacity<memory<shared>>(164_KiB, source::a100_whitepaper),
        compute_units(108, source::a100_whitepaper),
        board...);
}
// clang-format on

}  // namespace detail
}  // namespace roofline::hw
