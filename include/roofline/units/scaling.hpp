// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/units/system.hpp>

#include <concepts>

/// A quantity times or by an integer: 8 * rate, bytes / 2. Boost knows only factors of the quantity's own type, double.
namespace roofline::inline ROOFLINE_ABI::units {

template<std::integral Factor, class Dimension>
constexpr auto operator*(Factor factor, const boost::units::quantity<boost::units::unit<Dimension, system>>& q) {
    return static_cast<double>(factor) * q;
}
template<std::integral Factor, class Dimension>
constexpr auto operator*(const boost::units::quantity<boost::units::unit<Dimension, system>>& q, Factor factor) {
    return q * static_cast<double>(factor);
}
template<std::integral Factor, class Dimension>
constexpr auto operator/(const boost::units::quantity<boost::units::unit<Dimension, system>>& q, Factor factor) {
    return q / static_cast<double>(factor);
}

/// So many of a unit: 4 * n * units::flop. (Boost would make it a quantity of integers, which mixes with no other.)
template<std::integral Factor, class Dimension>
constexpr boost::units::quantity<boost::units::unit<Dimension, system>> operator*(
    Factor factor, const boost::units::unit<Dimension, system>& unit) {
    return static_cast<double>(factor) * unit;
}

}  // namespace roofline::units
