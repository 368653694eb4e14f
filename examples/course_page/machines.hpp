// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/roofline.hpp>

/// The machines that the page computes with. The catalogue's hw::a100_sxm_80gb and hw::h100_sxm are what is sold.
namespace course_page {

using namespace roofline;

// [machines]
inline constexpr provenance table_of_peaks = as_published("the page's table of the A100's peaks");
inline constexpr provenance drill_1 = as_published("the page's first drill");

// clang-format off
inline constexpr auto page_a100 = machine<"A100 as published">(
    ceiling<matrix_math<fp16>>(312_TFLOPS, table_of_peaks),
    ceiling<matrix_math<i8>>(624_TFLOPS, table_of_peaks),
    ceiling<vector_math<fp64>>(9.7_TFLOPS, table_of_peaks),
    ceiling<vector_math<fp32>>(19.5_TFLOPS, table_of_peaks),
    unpublished<special_math<special::exp2>>(),  // the page gives none, so they limit nothing
    unpublished<special_math<special::reciprocal>>(),
    ceiling<memory<dram>>(2_TBps, as_published("2 TB/s for every ridge point")));

inline constexpr auto page_h100 = machine<"H100 as published">(
    ceiling<matrix_math<fp16>>(989_TFLOPS, drill_1),
    unpublished<vector_math<fp32>>(),
    unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::reciprocal>>(),
    ceiling<memory<dram>>(3.35_TBps, drill_1));
// clang-format on
// [/machines]

}  // namespace course_page
