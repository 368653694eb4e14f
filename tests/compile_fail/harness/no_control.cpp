// SPDX-License-Identifier: BSL-1.0
// harness: has no positive control
// expect-error: an int is no byte

#ifndef NEGATIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
