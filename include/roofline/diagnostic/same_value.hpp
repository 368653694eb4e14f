// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

namespace roofline::inline ROOFLINE_ABI::detail {

/// A == B of two enumerators that are template arguments. For the operator a compiler tries every == there is, built in or
/// not, with every include; this it compares as it compares types.
template<auto A, auto B>
inline constexpr bool same_value = false;
template<auto A>
inline constexpr bool same_value<A, A> = true;

}  // namespace roofline::detail
