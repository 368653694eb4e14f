// SPDX-License-Identifier: BSL-1.0
// harness: accepted
// expect-error: an int is no byte
// expect-error: a long is no byte
// errors: 2

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
static_assert(sizeof(long) == 1, "a long is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
