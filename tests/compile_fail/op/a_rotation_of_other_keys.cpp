// SPDX-License-Identifier: BSL-1.0
// expect-error: rope: cannot turn tensors of these extents
// expect: rope of (6,4,64) and (5,2,64): all axes but that of the heads, the last but one, must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rope(tensor<bf16, 6, 4, 64>{}, tensor<bf16, 5, 2, 64>{});
#else
constexpr auto y = rope(tensor<bf16, 6, 4, 64>{}, tensor<bf16, 6, 2, 64>{});
#endif
