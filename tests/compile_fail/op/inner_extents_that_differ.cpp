// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: matmul of (4,7) x (8,3): the inner extents are 7 and 8 and must be equal
// expect(nvcc): X=<4L, 7L>, U=roofline::bf16, W=<8L, 3L>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, 4, 7>{}, tensor<bf16, 8, 3>{});
#else
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
#endif
