// SPDX-License-Identifier: BSL-1.0
// expect-error: machine: each resource is stated once
// soup: 4000

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1_TBps, datasheet("x")), ceiling<memory<dram>>(2_TBps, datasheet("y")));
#else
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1_TBps, datasheet("x")), ceiling<memory<llc>>(2_TBps, datasheet("y")));
#endif
