// SPDX-License-Identifier: BSL-1.0
// harness: accepted
// expect-error: an int is no byte; [it has (four of them
// expect: sizeof(int) == 1
// forbid: no match for

#ifndef POSITIVE_CONTROL
static_assert(sizeof(int) == 1, "an int is no byte; [it has (four of them");
#else
static_assert(sizeof(int) == 4);
#endif
