// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: batched_matmul of (2,4,7) x (2,8,3): the inner extents are 7 and 8 and must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = batched_matmul(tensor<bf16, 2, 4, 7>{}, tensor<bf16, 2, 8, 3>{}, tiled<tile<16, 16, 16>>);
#else
constexpr auto y = batched_matmul(tensor<bf16, 2, 4, 8>{}, tensor<bf16, 2, 8, 3>{}, tiled<tile<16, 16, 16>>);
#endif
