// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/roofline.hpp>

/// The machine that the report under study computes with. The catalogue's hw::b200 and hw::gb200 are what is sold.
namespace deepseek_r1 {

using namespace roofline;
using namespace roofline::literals;

// clang-format off
// [machine]
inline constexpr auto published_gb200 = machine<"GB200 as published">(
    ceiling<matrix_math<fp4>>(9000_TFLOPS, as_published("Hardware Limits, Peak Compute (FP4)")),
    ceiling<matrix_math<fp8>>(4500_TFLOPS, as_published("Hardware Limits, Peak Compute (FP8)")),
    ceiling<matrix_math<bf16>>(2250_TFLOPS, as_published("Hardware Limits, Peak Compute (FP16)")),
    unpublished<vector_math<fp32>>(),  // the report gives none of these, so they limit nothing
    unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::rsqrt>>(),
    ceiling<memory<dram>>(8_TBps, as_published("Hardware Limits, Peak Bandwidth")));
// [/machine]
// clang-format on

}  // namespace deepseek_r1
