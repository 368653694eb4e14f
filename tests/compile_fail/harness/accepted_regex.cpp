// SPDX-License-Identifier: BSL-1.0
// harness: accepted
// expect-error: an int is (no|not a) byte

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
