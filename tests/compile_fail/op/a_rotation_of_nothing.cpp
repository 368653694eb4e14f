// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: rotary is 0 and must be at least 2

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rope(tensor<bf16, 6, 4, 64>{}, rotary<0>);
#else
constexpr auto y = rope(tensor<bf16, 6, 4, 64>{}, rotary<2>);
#endif
