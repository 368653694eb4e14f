// SPDX-License-Identifier: BSL-1.0
// expect-error: ceiling: the rate is in the wrong unit
// expect: a ceiling of memory<dram> is a rate in byte/s; the value given is in byte

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto gemm = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("x")),
                                    ceiling<memory<dram>>(1_TB, datasheet("x")));
#else
constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("x")),
                                    ceiling<memory<dram>>(1_TBps, datasheet("x")));
#endif

static_assert(ridge<matrix_math<bf16>>(npu) > 1_FLOPpB);
static_assert(place(gemm, npu).limit == resource_of<memory<dram>>);
static_assert(memory_bound(gemm, npu));
static_assert(min_time(gemm, npu) < 1_s);
static_assert(rate<memory<dram>>(npu) == 1_TBps);
