// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(x, w, out<fp32>, out<bf16>);
#else
constexpr auto y = matmul(x, w, out<fp32>);
#endif
