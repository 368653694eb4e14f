// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: batched_matmul of (2,4,8) x (3,8,5): the batches are 2 and 3 and must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = batched_matmul(tensor<bf16, 2, 4, 8>{}, tensor<bf16, 3, 8, 5>{});
#else
constexpr auto y = batched_matmul(tensor<bf16, 3, 4, 8>{}, tensor<bf16, 3, 8, 5>{});
#endif
