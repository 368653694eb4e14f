// SPDX-License-Identifier: BSL-1.0
// expect-error: place: the assumption needs the capacity of the last-level cache
// expect: MI250X states no capacity of memory<llc>, which resident needs

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto mi250x = machine<"MI250X">(ceiling<matrix_math<bf16>>(383_TFLOPS, datasheet("x")),
                                          ceiling<memory<dram>>(3.2_TBps, datasheet("x")));
constexpr tensor<bf16, 8, 3> w;
#ifndef POSITIVE_CONTROL
constexpr auto p = place(matmul(tensor<bf16, 4, 8>{}, w), mi250x, resident(w));
#else
constexpr auto p = place(matmul(tensor<bf16, 4, 8>{}, w), mi250x, cold);
#endif
