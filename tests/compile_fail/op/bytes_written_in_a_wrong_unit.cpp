// SPDX-License-Identifier: BSL-1.0
// expect-error: demand: the amount is in the wrong unit
// expect: a demand on memory<dram> is in byte; the value given is in FLOP

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(demand<memory<dram>>(3_GB, 1_GFLOP));
#else
constexpr auto mine = op(demand<memory<dram>>(3_GB, 1_GB));
#endif
