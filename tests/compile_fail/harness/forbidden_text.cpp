// SPDX-License-Identifier: BSL-1.0
// harness: forbidden in the output: is no
// expect-error: an int is no byte
// forbid: is no (bit|byte)

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
