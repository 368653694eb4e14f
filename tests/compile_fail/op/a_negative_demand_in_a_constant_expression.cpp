// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_demand_must_not_be_negative_or_nan
// expect-error(clang): must be initialized by a constant expression
// expect: a_demand_must_not_be_negative_or_nan

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(demand<memory<dram>>(-1_B));
#else
constexpr auto mine = op(demand<memory<dram>>(1_B));
#endif
