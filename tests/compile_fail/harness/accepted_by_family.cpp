// SPDX-License-Identifier: BSL-1.0
// harness: accepted
// expect-error: is no byte
// errors: 7
// errors(gcc): 1
// errors(clang): 1

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte");
#else
static_assert(sizeof(int) == 4);
#endif
