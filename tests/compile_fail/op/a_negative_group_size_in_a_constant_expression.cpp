// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_group_size_must_not_be_negative
// expect-error(clang): must be initialized by a constant expression
// expect: a_group_size_must_not_be_negative

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, group_sizes(9, -1, 0));
#else
constexpr auto y = grouped_matmul(x, w, group_sizes(8, 0, 0));
#endif
