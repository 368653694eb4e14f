// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): to non-scalar type
// expect-error(clang): no viable conversion from
// errors(gcc): 2

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr units::performance p = 312_TFLOP;
#else
constexpr units::performance p = 312_TFLOPS;
#endif
