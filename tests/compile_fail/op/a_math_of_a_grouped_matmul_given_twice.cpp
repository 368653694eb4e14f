// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, group_sizes(3, 0, 5), math<bf16>, math<fp16>);
#else
constexpr auto y = grouped_matmul(x, w, group_sizes(3, 0, 5), math<bf16>);
#endif
