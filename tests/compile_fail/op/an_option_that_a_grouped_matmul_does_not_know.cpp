// SPDX-License-Identifier: BSL-1.0
// expect-error: grouped_matmul: after the operands come group_sizes(), or top_k<> and distinct_experts; out<>, math<> or on<>

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, top_k<2>, distinct_experts::most, 2);
#else
constexpr auto y = grouped_matmul(x, w, top_k<2>, distinct_experts::most);
#endif
