// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(x, w, with_bias(tensor<fp32, 3>{}), with_bias(tensor<fp32, 3>{}));
#else
constexpr auto y = matmul(x, w, with_bias(tensor<fp32, 3>{}));
#endif
