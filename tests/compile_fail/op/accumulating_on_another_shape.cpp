// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: what is added does not fit the result
// expect: matmul of (4,8) x (8,3): accumulate takes (4,3), not (3,4)

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(x, w, accumulate(tensor<fp32, 3, 4>{}));
#else
constexpr auto y = matmul(x, w, accumulate(tensor<fp32, 4, 3>{}));
#endif
