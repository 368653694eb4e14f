// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <doctest/doctest.h>

// A fact proved while compiling and reported again at run time.
//
// The expression must be constant. It stands twice, so that the same code also runs as ordinary code: a function may
// be right in a constant expression and wrong after it.
#define STATIC_CHECK(...)                                                                                              \
    do {                                                                                                               \
        static_assert(__VA_ARGS__);                                                                                    \
        CHECK((__VA_ARGS__));                                                                                          \
    } while (false)
