// SPDX-License-Identifier: BSL-1.0
// harness: expected on the first error line: an int is no byte
// expect-error: an int is no byte

#ifndef POSITIVE_CONTROL
#include <typ_traits>
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
