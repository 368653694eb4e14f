// SPDX-License-Identifier: BSL-1.0
// expect-error: quantities of different units cannot be subtracted
// expect: the left side is in J, the right side in s

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto rest = 1_J - 1_s;
#else
constexpr auto rest = 1_J - 1_J;
#endif
