// SPDX-License-Identifier: BSL-1.0
// harness: expected on the first error line: a short is no byte
// expect-error: a short is no byte

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
