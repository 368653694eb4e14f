// SPDX-License-Identifier: BSL-1.0
// expect-error: silu_and_mul: takes a tensor

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = silu_and_mul(4);
#else
constexpr auto y = silu_and_mul(tensor<bf16, 4>{});
#endif
