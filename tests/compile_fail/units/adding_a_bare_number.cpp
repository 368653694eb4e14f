// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): no match for
// expect-error(clang): invalid operands
// soup: 14000

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto sum = 1_B + 1.0;
#else
constexpr auto sum = 1_B + 1.0 * units::byte;
#endif
