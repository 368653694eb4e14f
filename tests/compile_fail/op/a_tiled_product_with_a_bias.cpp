// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: tiled<> takes no epilogue beside it; fuse the tiled product with what comes after it

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(x, w, tiled<tile<2, 2, 2>>, with_bias(tensor<fp32, 3>{}));
#else
constexpr auto y = matmul(x, w, with_bias(tensor<fp32, 3>{}));
#endif
