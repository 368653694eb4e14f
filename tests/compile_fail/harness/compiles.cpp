// SPDX-License-Identifier: BSL-1.0
// harness: compiled, and must not
// expect-error: an int is no byte

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 4);
#else
static_assert(sizeof(int) == 4);
#endif
