// SPDX-License-Identifier: BSL-1.0
// expect-error: quantities of different units cannot be added
// expect: the left side is in FLOP, the right side in byte

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto sum = 1_FLOP + 1_B;
#else
constexpr auto sum = 1_FLOP + 1_FLOP;
#endif
