// SPDX-License-Identifier: BSL-1.0
// expect-error: rope: cannot turn tensors of these extents
// expect: rope of (6,4,63) and (6,4,63): 63 elements of a head are no pairs: their number must be even

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rope(tensor<bf16, 6, 4, 63>{});
#else
constexpr auto y = rope(tensor<bf16, 6, 4, 63>{}, rotary<62>);
#endif
