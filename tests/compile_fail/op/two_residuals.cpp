// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = rms_norm(x, w, residual(x), residual(tensor<fp32, 4, 8>{}));
#else
constexpr auto y = rms_norm(x, w, residual(x));
#endif
