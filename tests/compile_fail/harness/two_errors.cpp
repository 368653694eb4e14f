// SPDX-License-Identifier: BSL-1.0
// harness: expected 1 error(s), came 2
// expect-error: an int is no byte

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
static_assert(sizeof(long) == 1, "a long is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
