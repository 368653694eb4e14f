// SPDX-License-Identifier: BSL-1.0
// expect-error: quantities of different units cannot be compared
// expect: the left side is in FLOP/s, the right side in byte/s

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
static_assert(312_TFLOPS > 1935_GBps);
#else
static_assert(312_TFLOPS > 1935_GFLOPS);
#endif
