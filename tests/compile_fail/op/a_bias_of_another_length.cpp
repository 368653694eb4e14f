// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: what is added does not fit the result
// expect: matmul of (4,8) x (8,3): the bias is (4) and must be (3)

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(x, w, with_bias(tensor<fp32, 4>{}));
#else
constexpr auto y = matmul(x, w, with_bias(tensor<fp32, 3>{}));
#endif
