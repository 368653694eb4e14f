// SPDX-License-Identifier: BSL-1.0
// expect-error: demand: give one amount, or the bytes read and the bytes written

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(demand<memory<dram>>(3_GB, 1_GB, 1_GB));
#else
constexpr auto mine = op(demand<memory<dram>>(3_GB, 1_GB));
#endif
