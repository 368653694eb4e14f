// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: the first argument must be a number format

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<int, 4, 4> x;
#else
constexpr tensor<i32, 4, 4> x;
#endif
