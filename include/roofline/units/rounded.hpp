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
#if defined(__clang__) && !defined(__CUDA__) && !defined(__HIP__)
    return x;  // fuses within one expression only
#elif defined(__CUDA_ARCH__) || defined(__HIP_DEVICE_COMPILE__)
    return x;  // on a device nothing is promised
#else
    // Not __builtin_assoc_barrier: g++ forgets it where it makes vectors of two doubles.
    if (!std::is_constant_evaluated() && !__builtin_constant_p(x)) {
#if defined(__x86_64__)
        asm("" : "+x"(x));
#elif defined(__aarch64__)
        asm("" : "+w"(x));
#else
        asm("" : "+m"(x));
#endif
    }
    return x;
#endif
}

}  // namespace roofline::detail
