// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: split_k is 1 and must be at least 2

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(x, w, split_k<1>);
#else
constexpr auto y = matmul(x, w, split_k<2>);
#endif
