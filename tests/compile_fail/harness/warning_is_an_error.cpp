// SPDX-License-Identifier: BSL-1.0
// harness: expected 1 error(s), came 2
// expect-error: an int is no byte

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
inline float f(double x) { return x; }
#else
static_assert(sizeof(int) == 4);
#endif
