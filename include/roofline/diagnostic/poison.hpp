// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// What an entry point returns after it has refused. It takes part in any further expression without complaint, so that
/// one mistake makes one error: every operation on it gives poison again, and as a condition it holds.
struct poison {
    constexpr explicit operator bool() const { return true; }
    constexpr poison operator!() const { return {}; }
    constexpr poison result() const { return {}; }
    constexpr poison value() const { return {}; }
    constexpr poison empty() const { return {}; }
    constexpr poison size() const { return {}; }
    template<class... Arguments>
    constexpr poison operator()(const Arguments&...) const {
        return {};
    }

    // Friends that only an argument of this class finds: at namespace scope every type error of a program would list them.
#define ROOFLINE_POISONED(op)                                                                    \
    template<class T>                                                                            \
    friend constexpr poison operator op(const poison&, const T&) {                               \
        return {};                                                                               \
    }                                                                                            \
    template<class T>                                                                            \
    friend constexpr poison operator op(const T&, const poison&) {                               \
        return {};                                                                               \
    }                                                                                            \
    friend constexpr poison operator op(const poison&, const poison&) { return {}; }
    ROOFLINE_POISONED(+)
    ROOFLINE_POISONED(-)
    ROOFLINE_POISONED(*)
    ROOFLINE_POISONED(/)
    ROOFLINE_POISONED(<)
    ROOFLINE_POISONED(<=)
    ROOFLINE_POISONED(>)
    ROOFLINE_POISONED(>=)
    ROOFLINE_POISONED(==)
    ROOFLINE_POISONED(!=)
#undef ROOFLINE_POISONED
};

namespace detail {
template<class T>
inline constexpr bool is_poison = false;
template<>
inline constexpr bool is_poison<poison> = true;
}  // namespace detail

}  // namespace roofline
