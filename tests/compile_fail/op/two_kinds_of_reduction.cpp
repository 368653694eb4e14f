// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;

#ifndef POSITIVE_CONTROL
constexpr auto y = reduction(x, reduce::max, reduce::min);
#else
constexpr auto y = reduction(x, reduce::max);
#endif
