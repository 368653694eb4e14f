// SPDX-License-Identifier: BSL-1.0
// The compilers say it themselves: comparing all entries with each other would cost every machine of the catalogue more.
// expect-error(gcc): duplicate base type
// expect-error(clang): specified more than once as a direct base class
// expect: ceiling_entry<roofline::memory<roofline::dram>
// errors(gcc): 2 to 3
// errors(clang): 2
// soup: 8000

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1_TBps, datasheet("x")), ceiling<memory<dram>>(2_TBps, datasheet("y")));
#else
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1_TBps, datasheet("x")), ceiling<memory<llc>>(2_TBps, datasheet("y")));
#endif
