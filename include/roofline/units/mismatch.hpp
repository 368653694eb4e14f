// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/diagnostic/poison.hpp>
#include <roofline/units/name.hpp>
#include <roofline/units/system.hpp>

#include <type_traits>

/// Sums and comparisons of two quantities of this library with different units. Boost refuses them too, in 7 kB and with
/// every overload it knows; these say in one sentence what was mixed. `addable` and `comparable` ask without an error.
namespace roofline::inline ROOFLINE_ABI::units {

namespace detail {
template<class Dimension>
using ours = boost::units::quantity<boost::units::unit<Dimension, system>>;

template<class Left, class Right>
struct mixed_units {
    static constexpr diagnostic::sentence value = diagnostic::sentence("the left side is in {}, the right side in {}",
                                                                       {unit_name<ours<Left>>, unit_name<ours<Right>>});
};
}  // namespace detail

// The overloads match only when the system is ours on both sides and the dimensions differ: everything else is Boost's.
#define ROOFLINE_MISMATCH(op, result, fixed)                                                                  \
    template<class Left, class Right>                                                                         \
        requires(!std::is_same_v<Left, Right>)                                                                \
    constexpr result operator op(const boost::units::quantity<boost::units::unit<Left, system>>&,             \
                                 const boost::units::quantity<boost::units::unit<Right, system>>&) {          \
        static_assert(diagnostic::accepted<diagnostic::refused<detail::mixed_units<Left, Right>>>, fixed);    \
        return {};                                                                                            \
    }
ROOFLINE_MISMATCH(+, detail::ours<Left>, "quantities of different units cannot be added")
ROOFLINE_MISMATCH(-, detail::ours<Left>, "quantities of different units cannot be subtracted")
ROOFLINE_MISMATCH(<, poison, "quantities of different units cannot be compared")
ROOFLINE_MISMATCH(<=, poison, "quantities of different units cannot be compared")
ROOFLINE_MISMATCH(>, poison, "quantities of different units cannot be compared")
ROOFLINE_MISMATCH(>=, poison, "quantities of different units cannot be compared")
ROOFLINE_MISMATCH(==, poison, "quantities of different units cannot be compared")
ROOFLINE_MISMATCH(!=, poison, "quantities of different units cannot be compared")
#undef ROOFLINE_MISMATCH

/// Whether two quantities may be added or compared: the question without the error.
template<class A, class B>
concept addable = std::is_same_v<A, B> && requires(A a, B b) { a + b; };
template<class A, class B>
concept comparable = std::is_same_v<A, B> && requires(A a, B b) { a < b; };

}  // namespace roofline::units
