// SPDX-License-Identifier: BSL-1.0
// expect-error: grouped_matmul: takes no tiled<> and no epilogue; fuse it with what comes after it

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, group_sizes(3, 0, 5), with_bias(tensor<bf16, 6>{}));
#else
constexpr auto y = grouped_matmul(x, w, group_sizes(3, 0, 5));
#endif
