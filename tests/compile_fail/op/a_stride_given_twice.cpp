// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 6, 8> x;
constexpr tensor<bf16, 4, 6, 3> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(x, w, stride<2>, stride<1>);
#else
constexpr auto y = convolution(x, w, stride<2>);
#endif
