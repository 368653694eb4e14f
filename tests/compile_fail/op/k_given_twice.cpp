// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<fp32, 4, 16> scores;

#ifndef POSITIVE_CONTROL
constexpr auto y = top_k_softmax(scores, top_k<2>, top_k<4>);
#else
constexpr auto y = top_k_softmax(scores, top_k<2>);
#endif
