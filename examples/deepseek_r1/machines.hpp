// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/roofline.hpp>

/// The machine that the report under study computes with. The catalogue's hw::b200 and hw::gb200 are what is sold.
namespace deepseek_r1 {

using namespace roofline::literals;
using roofline::as_published, roofline::ceiling, roofline::matrix_math, roofline::memory, roofline::unpublished;

// [machine]
inline constexpr auto published_gb200 = roofline::machine<"GB200 as published">(
    ceiling<matrix_math<roofline::fp4>>(9000_TFLOPS, as_published("Hardware Limits, Peak Compute (FP4)")),
    ceiling<matrix_math<roofline::fp8>>(4500_TFLOPS, as_published("Hardware Limits, Peak Compute (FP8)")),
    ceiling<matrix_math<roofline::bf16>>(2250_TFLOPS, as_published("Hardware Limits, Peak Compute (FP16)")),
    unpublished<roofline::vector_math<roofline::fp32>>(),  // the report gives none, so it limits nothing
    ceiling<memory<roofline::dram>>(8_TBps, as_published("Hardware Limits, Peak Bandwidth")));
// [/machine]

}  // namespace deepseek_r1
