// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator cannot take a tensor of these extents
// expect: silu_and_mul of (4,7): the last axis holds gate and value side by side and must be even

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = silu_and_mul(tensor<bf16, 4, 7>{});
#else
constexpr auto y = silu_and_mul(tensor<bf16, 4, 8>{});
#endif
