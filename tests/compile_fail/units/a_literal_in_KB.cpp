// SPDX-License-Identifier: BSL-1.0
// expect-error: KB is ambiguous: write kB for 1000 byte or KiB for 1024 byte

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto size = 64_KB;
#else
constexpr auto size = 64_KiB;
#endif
