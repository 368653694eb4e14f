// SPDX-License-Identifier: BSL-1.0
// harness: expected at most 40 bytes of output, came
// expect-error: an int is no byte
// soup: 40

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
