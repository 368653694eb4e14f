// SPDX-License-Identifier: BSL-1.0
// expect-error: grouped_matmul: rows, weights and groups do not agree
// expect: grouped_matmul of (8,5) x (3,4,6): the inner extents are 5 and 4 and must be equal

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(tensor<bf16, 8, 5>{}, w, group_sizes(3, 0, 5));
#else
constexpr auto y = grouped_matmul(tensor<bf16, 8, 4>{}, w, group_sizes(3, 0, 5));
#endif
