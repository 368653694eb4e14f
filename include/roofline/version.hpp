// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The one place where the version stands; CMake, Conan and vcpkg read it from here.
#define ROOFLINE_VERSION_MAJOR 0
#define ROOFLINE_VERSION_MINOR 1
#define ROOFLINE_VERSION_PATCH 0

// The inline namespace of all names: v0_1_0, or v0_1_0_without_exceptions. With it each translation unit of a program calls the
// functions of its own version. Without it the linker would keep one version of each function, whichever came first.
#define ROOFLINE_ABI_JOINED(major, minor, patch, suffix) v##major##_##minor##_##patch##suffix
#define ROOFLINE_ABI_NAME(major, minor, patch, suffix) ROOFLINE_ABI_JOINED(major, minor, patch, suffix)
#if defined(__cpp_exceptions)
#define ROOFLINE_ABI ROOFLINE_ABI_NAME(ROOFLINE_VERSION_MAJOR, ROOFLINE_VERSION_MINOR, ROOFLINE_VERSION_PATCH, )
#else
#define ROOFLINE_ABI \
    ROOFLINE_ABI_NAME(ROOFLINE_VERSION_MAJOR, ROOFLINE_VERSION_MINOR, ROOFLINE_VERSION_PATCH, _without_exceptions)
#endif

// What cannot compile the library is told so in one sentence, and stopped by a header that does not exist.
#if defined(__apple_build_version__)
// Its versions are numbered in another way.
#elif defined(__clang__) ? __clang_major__ < 16 : !defined(__GNUC__) || __GNUC__ < 12
#error roofline needs g++ 12 or clang 16, or later
#include <see_the_error_above>
#endif
#if __cplusplus < 202002L
#error roofline needs C++20: compile with -std=c++20 or later
#include <see_the_error_above>
#endif
#if !__has_include(<boost/units/quantity.hpp>)
#error roofline needs the headers of Boost 1.74 or later: sudo apt-get install -y libboost-dev
#include <see_the_error_above>
#endif
