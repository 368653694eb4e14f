// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): the_rows_weights_and_groups_of_a_grouped_matmul_must_agree
// expect-error(clang): must be initialized by a constant expression
// expect: the_rows_weights_and_groups_of_a_grouped_matmul_must_agree

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, group_sizes(3, 0, 4));
#else
constexpr auto y = grouped_matmul(x, w, group_sizes(3, 0, 5));
#endif
