// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: matmul of (dyn,7) x (8,3): the inner extents are 7 and 8 and must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, dyn, 7>{4}, tensor<bf16, 8, 3>{});
#else
constexpr auto y = matmul(tensor<bf16, dyn, 8>{4}, tensor<bf16, 8, 3>{});
#endif
