// SPDX-License-Identifier: BSL-1.0
// expect-error: static assertion failed
// expect-error(clang): static assertion failed

#include <roofline/units.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
static_assert(80_GB == 80.0 * 1024 * 1024 * 1024 * units::byte);
#else
static_assert(80_GiB == 80.0 * 1024 * 1024 * 1024 * units::byte);
#endif
