// SPDX-License-Identifier: BSL-1.0
// expect-error: place: the machine has no ceiling for a resource that the operator demands
// expect: MI250X publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: fp64 fp32 fp16 bf16 i8

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto mi250x = machine<"MI250X">(
    ceiling<matrix_math<fp64>>(95.7_TFLOPS, datasheet("x")), ceiling<matrix_math<fp32>>(95.7_TFLOPS, datasheet("x")),
    ceiling<matrix_math<fp16>>(383_TFLOPS, datasheet("x")), ceiling<matrix_math<bf16>>(383_TFLOPS, datasheet("x")),
    ceiling<matrix_math<i8>>(383_TFLOPS, datasheet("x")), unpublished<memory<llc>>(),
    ceiling<memory<dram>>(3.2_TBps, datasheet("x")));

constexpr auto in_fp8 = matmul(tensor<fp8_e4m3, 4, 8>{}, tensor<fp8_e4m3, 8, 3>{});
constexpr auto in_bf16 = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
constexpr auto cached_only = op(demand<memory<llc>>(1_kB));

#ifndef POSITIVE_CONTROL
constexpr auto p = place(in_fp8, mi250x);
static_assert(p.limit == resource_of<memory<dram>>);
static_assert(p.time < 1_s && p.attainable() > 1_FLOPS && p.intensity() > 1_FLOPpB && p.peak_fraction() < 1);
static_assert(p.utilization<memory<dram>>() > 0.5 && p.memory_bound() && p.bound_by<memory<dram>>());
static_assert(p.unpublished.empty());
#else
constexpr auto p = place(in_bf16, mi250x);
static_assert(p.unpublished.empty());
#endif
