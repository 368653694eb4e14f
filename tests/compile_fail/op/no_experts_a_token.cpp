// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: k is 0 and must be at least 1

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, top_k<0>, distinct_experts::most);
#else
constexpr auto y = grouped_matmul(x, w, top_k<2>, distinct_experts::most);
#endif
