// SPDX-License-Identifier: BSL-1.0
// expect-error: quantities of different units cannot be compared
// expect: the left side is in FLOP, the right side in FLOP/s

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
static_assert(312_TFLOP == 312_TFLOPS);
#else
static_assert(312_TFLOP == 312_TFLOP);
#endif
