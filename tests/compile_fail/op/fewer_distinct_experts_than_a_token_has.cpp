// SPDX-License-Identifier: BSL-1.0
// expect-error: grouped_matmul: rows, weights and groups do not agree
// expect: grouped_matmul of (8,4) x (3,4,6): 1 distinct experts are given; k = 2 is the least

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, top_k<2>, distinct_experts::given<1>);
#else
constexpr auto y = grouped_matmul(x, w, top_k<2>, distinct_experts::given<2>);
#endif
