// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): to non-scalar type
// expect-error(clang): no viable conversion from
// errors(gcc): 2

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr units::traffic q = 4096;
#else
constexpr units::traffic q = 4096_B;
#endif
