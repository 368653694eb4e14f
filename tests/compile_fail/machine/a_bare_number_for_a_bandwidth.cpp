// SPDX-License-Identifier: BSL-1.0
// expect-error: ceiling: the rate is in the wrong unit
// expect: a ceiling of memory<dram> is a rate in byte/s; the value given is a bare number

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1.2e12, datasheet("x")));
#else
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1.2e12 * units::byte / units::second, datasheet("x")));
#endif
