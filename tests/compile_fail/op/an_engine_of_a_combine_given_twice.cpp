// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 16> rows;
constexpr tensor<fp32, 4, 2> weights;

#ifndef POSITIVE_CONTROL
constexpr auto y = combine(rows, weights, math<fp32>, on<vector_math<bf16>>);
#else
constexpr auto y = combine(rows, weights, math<fp32>);
#endif
