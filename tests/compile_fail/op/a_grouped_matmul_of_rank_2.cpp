// SPDX-License-Identifier: BSL-1.0
// expect-error: grouped_matmul: takes tensors of rank 2 and 3, (R,K) x (E,K,N)
// expect: grouped_matmul was given rank 2 and rank 2

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, tensor<bf16, 4, 6>{}, group_sizes(8));
#else
constexpr auto y = grouped_matmul(x, tensor<bf16, 1, 4, 6>{}, group_sizes(8));
#endif
