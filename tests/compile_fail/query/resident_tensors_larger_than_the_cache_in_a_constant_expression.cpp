// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): resident_tensors_must_fit_the_last_level_cache_together
// expect-error(clang): must be initialized by a constant expression
// expect: resident_tensors_must_fit_the_last_level_cache_together

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(1_TFLOPS, datasheet("x")),
                                    ceiling<memory<dram>>(1_TBps, datasheet("x")), capacity<memory<llc>>(50_MiB, datasheet("x")));
constexpr tensor<bf16, 8192, 8192> w;  // 128 MiB
constexpr tensor<bf16, 4, 8192> x;
#ifndef POSITIVE_CONTROL
constexpr auto t = min_time(matmul(x, w), npu, resident(x, w));
#else
constexpr auto t = min_time(matmul(x, w), npu, resident(x));
#endif
