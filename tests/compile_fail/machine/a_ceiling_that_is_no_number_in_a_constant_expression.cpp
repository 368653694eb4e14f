// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_ceiling_must_be_a_positive_finite_rate
// expect-error(clang): must be initialized by a constant expression
// expect: a_ceiling_must_be_a_positive_finite_rate

#include <roofline/roofline.hpp>

#include <limits>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto c = ceiling<memory<dram>>(units::bandwidth::from_value(std::numeric_limits<double>::quiet_NaN()), datasheet("x"));
#else
constexpr auto c = ceiling<memory<dram>>(units::bandwidth::from_value(std::numeric_limits<double>::max()), datasheet("x"));
#endif
