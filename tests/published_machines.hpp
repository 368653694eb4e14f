// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine.hpp>
#include <roofline/units/literals.hpp>

/// The machines of the published analyses as these documents give them, right or wrong, so that their figures
/// reproduce. What vendors print is in <roofline/hardware.hpp>. Nothing here is inferred: where a document needs vector
/// or special function units and gives no rate, the rate is unpublished, and where it does not name the number format
/// of a peak, both 16-bit formats have it.
namespace published {

using namespace roofline;
using namespace roofline::literals;

namespace source {
inline constexpr provenance gb200 = as_published("GB200 Roofline Analysis - DeepSeek-R1-NVFP4-v2, Hardware Limits");
inline constexpr provenance a6000 = as_published("Roofline Model (Llama 33B, A6000), reference lines of the chart");
inline constexpr provenance a100_pcie = as_published("Llama 33B, A100 80GB PCIe, reference lines of the chart");
inline constexpr provenance a100 = as_published("GPU Roofline, a course page: table of the A100's peaks");
inline constexpr provenance a100_memory = as_published("GPU Roofline, a course page: 2 TB/s for every ridge point");
inline constexpr provenance rtx_4090 = as_published("GPT2-L on an RTX 4090, chart: plateau of the roofline, read off");
inline constexpr provenance rtx_4090_memory = as_published(
    "GPT2-L on an RTX 4090, chart: slope of the roofline, read off at 0.1 FLOP/B and at its knee near 200");
}  // namespace source

// clang-format off

/// Labelled GB200; these are the first figures announced for the B200.
inline constexpr auto gb200 = machine<"GB200 as published">(
    ceiling<matrix_math<fp4>>(9000_TFLOPS, source::gb200),
    ceiling<matrix_math<fp8>>(4500_TFLOPS, source::gb200),
    ceiling<matrix_math<fp16>>(2250_TFLOPS, source::gb200),
    ceiling<matrix_math<bf16>>(2250_TFLOPS, source::gb200),  // its BF16 kernel is placed under the FP16 peak
    unpublished<vector_math<fp32>>(),
    unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::log2>>(),
    unpublished<special_math<special::rsqrt>>(),
    unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::tanh>>(),
    unpublished<special_math<special::sin>>(),
    ceiling<memory<dram>>(8000_GBps, source::gb200));

/// The compute peak of an L40 over the memory of an A6000.
inline constexpr auto a6000 = machine<"A6000 as published">(
    ceiling<matrix_math<fp16>>(181_TFLOPS, source::a6000),
    ceiling<matrix_math<bf16>>(181_TFLOPS, source::a6000),
    unpublished<vector_math<fp32>>(),
    unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::log2>>(),
    unpublished<special_math<special::rsqrt>>(),
    unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::tanh>>(),
    unpublished<special_math<special::sin>>(),
    ceiling<memory<dram>>(768_GBps, source::a6000));

inline constexpr auto a100_pcie = machine<"A100 80GB PCIe as published">(
    ceiling<matrix_math<fp16>>(312_TFLOPS, source::a100_pcie),
    ceiling<matrix_math<bf16>>(312_TFLOPS, source::a100_pcie),
    unpublished<vector_math<fp32>>(),
    unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::log2>>(),
    unpublished<special_math<special::rsqrt>>(),
    unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::tanh>>(),
    unpublished<special_math<special::sin>>(),
    ceiling<memory<dram>>(1935_GBps, source::a100_pcie));

/// The page's table says N/A for fp8; only its list of ridge points calls the i8 rate fp8.
inline constexpr auto a100 = machine<"A100 as published">(
    ceiling<matrix_math<fp64>>(19.5_TFLOPS, source::a100),
    ceiling<matrix_math<tf32>>(156_TFLOPS, source::a100),
    ceiling<matrix_math<fp16>>(312_TFLOPS, source::a100),
    ceiling<matrix_math<bf16>>(312_TFLOPS, source::a100),
    ceiling<matrix_math<i8>>(624_TFLOPS, source::a100),
    ceiling<vector_math<fp64>>(9.7_TFLOPS, source::a100),
    ceiling<vector_math<fp32>>(19.5_TFLOPS, source::a100),
    ceiling<vector_math<fp16>>(78_TFLOPS, source::a100),
    ceiling<vector_math<bf16>>(78_TFLOPS, source::a100),  // NVIDIA: 39
    ceiling<vector_math<i8>>(312_TFLOPS, source::a100),   // NVIDIA prints none
    unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::log2>>(),
    unpublished<special_math<special::rsqrt>>(),
    unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::tanh>>(),
    unpublished<special_math<special::sin>>(),
    ceiling<memory<dram>>(2_TBps, source::a100_memory));

inline constexpr auto rtx_4090 = machine<"RTX 4090 as published">(
    ceiling<matrix_math<fp16>>(200_TFLOPS, source::rtx_4090),
    ceiling<matrix_math<bf16>>(200_TFLOPS, source::rtx_4090),
    unpublished<vector_math<fp32>>(),
    unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::log2>>(),
    unpublished<special_math<special::rsqrt>>(),
    unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::tanh>>(),
    unpublished<special_math<special::sin>>(),
    ceiling<memory<dram>>(1_TBps, source::rtx_4090_memory));

// clang-format on

}  // namespace published
