// SPDX-License-Identifier: BSL-1.0
// expect-error: capacity: the value is in the wrong unit
// expect: a capacity of memory<dram> is in byte; the value given is in byte/s

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(capacity<memory<dram>>(64_GBps, datasheet("x")));
#else
constexpr auto npu = machine<"npu">(capacity<memory<dram>>(64_GB, datasheet("x")));
#endif
