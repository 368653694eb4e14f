// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator was given a tensor of too low a rank
// expect: transpose takes a tensor of at least rank 2, not 1

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = transpose(tensor<bf16, 8>{});
#else
constexpr auto y = transpose(tensor<bf16, 8, 1>{});
#endif
