// SPDX-License-Identifier: BSL-1.0
// expect-error: grouped_matmul: rows, weights and groups do not agree
// expect: grouped_matmul of (8,4) x (3,4,6): 8 rows are no multiple of k = 3

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, top_k<3>, distinct_experts::most);
#else
constexpr auto y = grouped_matmul(x, w, top_k<2>, distinct_experts::most);
#endif
