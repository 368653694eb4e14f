// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/op/recurrent.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 2, 4, 8> state;
constexpr tensor<bf16, 1, 6, 2, 8> k;
constexpr tensor<bf16, 1, 6, 2, 4> v;

#ifndef POSITIVE_CONTROL
constexpr auto y = linear_attention(state, k, k, v, chunk<2>, chunk<4>);
#else
constexpr auto y = linear_attention(state, k, k, v, chunk<2>);
#endif
