// SPDX-License-Identifier: BSL-1.0
// harness: expected in the output: it has 4
// expect-error: an int is no byte
// expect: it has 4

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
