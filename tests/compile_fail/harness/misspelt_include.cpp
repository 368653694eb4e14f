// SPDX-License-Identifier: BSL-1.0
// harness: the positive control does not compile
// expect-error: an int is no byte

#include <typ_traits>

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
