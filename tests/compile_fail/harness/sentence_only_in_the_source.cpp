// SPDX-License-Identifier: BSL-1.0
// harness: expected on the first error line: an int is no byte
// expect-error: an int is no byte

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1); // error: an int is no byte
#else
static_assert(sizeof(int) == 4);
#endif
