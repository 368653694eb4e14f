// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <boost/units/base_units/information/byte.hpp>
#include <boost/units/base_units/si/second.hpp>
#include <boost/units/quantity.hpp>
#include <boost/units/unit.hpp>

/// The quantities of a roofline: work, traffic, time, energy, and what follows from them by division.
///
/// The system has four base units: Boost's own byte and second, our flop and joule. It is not SI, whose nine base units
/// make every compiler message three times longer, but a quantity of a user's own Boost.Units system converts to
/// ours wherever its base unit is Boost's byte or second.
namespace roofline::inline ROOFLINE_ABI::units {

// The ordinals order base dimensions inside Boost's type lists and must be unique in a program; a second definition
// with the same number does not compile. These two spell "rfln" and "rfle".
struct flop_base_dimension : boost::units::base_dimension<flop_base_dimension, 0x72666C6E> {};
struct joule_base_dimension : boost::units::base_dimension<joule_base_dimension, 0x72666C65> {};

using work_dimension = flop_base_dimension::dimension_type;
using energy_dimension = joule_base_dimension::dimension_type;
using traffic_dimension = boost::units::information_dimension;
using duration_dimension = boost::units::time_dimension;

struct flop_base_unit : boost::units::base_unit<flop_base_unit, work_dimension, 0x72666C6E> {
    static constexpr const char* name() { return "flop"; }
    static constexpr const char* symbol() { return "FLOP"; }
};
struct joule_base_unit : boost::units::base_unit<joule_base_unit, energy_dimension, 0x72666C65> {
    static constexpr const char* name() { return "joule"; }
    static constexpr const char* symbol() { return "J"; }
};

// What boost::units::make_system would sort them into, without the sorting.
using system = boost::units::homogeneous_system<boost::units::list<
    boost::units::information::byte_base_unit,
    boost::units::list<boost::units::si::second_base_unit,
                       boost::units::list<joule_base_unit, boost::units::list<flop_base_unit, boost::units::dimensionless_type>>>>>;

using work_unit = boost::units::unit<work_dimension, system>;
using traffic_unit = boost::units::unit<traffic_dimension, system>;
using duration_unit = boost::units::unit<duration_dimension, system>;
using energy_unit = boost::units::unit<energy_dimension, system>;

// What Boost makes of the division of two units, spelled out: it would sort and merge lists. The order is that of ordinals.
template<class First, int FirstPower, class Second, int SecondPower>
using compound_unit = boost::units::unit<
    boost::units::list<boost::units::dim<First, boost::units::static_rational<FirstPower>>,
                       boost::units::list<boost::units::dim<Second, boost::units::static_rational<SecondPower>>,
                                          boost::units::dimensionless_type>>,
    system>;
using performance_unit = compound_unit<boost::units::time_base_dimension, -1, flop_base_dimension, 1>;
using bandwidth_unit = compound_unit<boost::units::information_base_dimension, 1, boost::units::time_base_dimension, -1>;
using intensity_unit = compound_unit<boost::units::information_base_dimension, -1, flop_base_dimension, 1>;
using power_unit = compound_unit<boost::units::time_base_dimension, -1, joule_base_dimension, 1>;

using work = boost::units::quantity<work_unit>;                // FLOP; one multiply-add is two
using traffic = boost::units::quantity<traffic_unit>;          // byte
using duration = boost::units::quantity<duration_unit>;        // s
using energy = boost::units::quantity<energy_unit>;            // J
using performance = boost::units::quantity<performance_unit>;  // FLOP/s
using bandwidth = boost::units::quantity<bandwidth_unit>;      // byte/s
using intensity = boost::units::quantity<intensity_unit>;      // FLOP/byte
using power = boost::units::quantity<power_unit>;              // W

inline constexpr work_unit flop{};
inline constexpr traffic_unit byte{};
inline constexpr duration_unit second{};
inline constexpr energy_unit joule{};
inline constexpr power_unit watt{};

}  // namespace roofline::units
