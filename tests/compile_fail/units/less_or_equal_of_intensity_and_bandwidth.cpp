// SPDX-License-Identifier: BSL-1.0
// expect-error: quantities of different units cannot be compared
// expect: the left side is in FLOP/byte, the right side in byte/s

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
static_assert(1_FLOPpB <= 1_Bps);
#else
static_assert(1_FLOPpB <= 1_FLOPpB);
#endif
