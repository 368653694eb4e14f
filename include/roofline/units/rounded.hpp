// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <type_traits>

namespace roofline::inline ROOFLINE_ABI::detail {

/// x, rounded before anything is added to it: rounded(a * b) + c.
///
/// Where the processor has a fused multiply-add a compiler may round a * b + c once, and rounds twice in a constant
/// expression: the answers would differ in the last digit. Needed for products that are not exact; those of whole numbers
/// below 2^53 are. No help under -ffast-math, -mfpmath=387, or -ffp-contract=fast of clang.
constexpr double rounded(double x) {
#if defined(__NVCC__) || defined(__CUDA__) || defined(__HIP__)
    // clang fuses across expressions here, nvcc has no builtin of g++. On a device nothing is promised.
#if defined(__CUDA_ARCH__) || defined(__HIP_DEVICE_COMPILE__)
#elif defined(__x86_64__)
    if (!std::is_constant_evaluated()) asm("" : "+x"(x));
#elif defined(__aarch64__)
    if (!std::is_constant_evaluated()) asm("" : "+w"(x));
#endif
    return x;
#elif defined(__clang__)
    return x;  // fuses within one expression only
#else
    return __builtin_assoc_barrier(x);
#endif
}

}  // namespace roofline::detail
