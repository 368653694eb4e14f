// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator was given a tensor of too low a rank
// expect: silu_and_mul takes a tensor of at least rank 1, not 0

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = silu_and_mul(tensor<bf16>{});
#else
constexpr auto y = silu_and_mul(tensor<bf16, 2>{});
#endif
