// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/units.hpp>

#include <boost/units/base_units/information/bit.hpp>
#include <boost/units/base_units/si/ampere.hpp>
#include <boost/units/make_system.hpp>
#include <boost/units/systems/information.hpp>
#include <boost/units/systems/si.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

// What a user may have beside us: a dimension of their own, and a system of it with Boost's byte and second.
struct token_dimension : boost::units::base_dimension<token_dimension, 4242> {};
struct token_unit : boost::units::base_unit<token_unit, token_dimension::dimension_type, 4242> {};
using user_system = boost::units::make_system<boost::units::information::byte_base_unit,
                                              boost::units::si::second_base_unit, token_unit>::type;
using user_bytes = boost::units::quantity<boost::units::unit<boost::units::information_dimension, user_system>>;
using user_seconds = boost::units::quantity<boost::units::unit<boost::units::time_dimension, user_system>>;
using user_tokens = boost::units::quantity<boost::units::unit<token_dimension::dimension_type, user_system>>;

using si_seconds = boost::units::quantity<boost::units::si::time>;
using hu_bytes = boost::units::quantity<boost::units::information::hu::byte::info>;

}  // namespace

TEST_CASE("the system is the one that Boost makes of its base units") {
    using made = boost::units::make_system<boost::units::information::byte_base_unit, boost::units::si::second_base_unit,
                                           units::flop_base_unit, units::joule_base_unit>::type;
    STATIC_CHECK(std::is_same_v<units::system, made>);
}

TEST_CASE("dividing and multiplying quantities gives quantities of this library") {
    STATIC_CHECK(std::is_same_v<decltype(1_FLOP / 1_B), units::intensity>);
    STATIC_CHECK(std::is_same_v<decltype(1_FLOP / 1_s), units::performance>);
    STATIC_CHECK(std::is_same_v<decltype(1_B / 1_s), units::bandwidth>);
    STATIC_CHECK(std::is_same_v<decltype(1_J / 1_s), units::power>);
    STATIC_CHECK(std::is_same_v<decltype(1_FLOPS / 1_Bps), units::intensity>);
    STATIC_CHECK(std::is_same_v<decltype(1_FLOPpB * 1_Bps), units::performance>);
    STATIC_CHECK(std::is_same_v<decltype(1_FLOP / 1_FLOPS), units::duration>);
    STATIC_CHECK(std::is_same_v<decltype(1_B / 1_Bps), units::duration>);
    STATIC_CHECK(std::is_same_v<decltype(1_W * 1_s), units::energy>);
    STATIC_CHECK(std::is_same_v<decltype(2.0 * 1_FLOP), units::work>);
}

TEST_CASE("the arithmetic of quantities is that of their doubles") {
    STATIC_CHECK(312_TFLOPS / 1935_GBps == units::intensity::from_value(312e12 / 1935e9));
    STATIC_CHECK(10_GFLOP / 5_GFLOPS == 2_s);
    STATIC_CHECK(1_GB + 1_MB == 1001_MB);
    STATIC_CHECK(1_GB - 1_MB == 999_MB);
    STATIC_CHECK(-(1_B) < 0_B);
    STATIC_CHECK(1_kB != 1_KiB);
    STATIC_CHECK(999_MB < 1_GB);
    STATIC_CHECK(1_GB <= 1000_MB);
    STATIC_CHECK(1_ms > 999_us);
    STATIC_CHECK(1_ms >= 1000_us);
}

TEST_CASE("only quantities of one unit are addable and comparable") {
    STATIC_CHECK(units::addable<units::work, units::work>);
    STATIC_CHECK(units::addable<units::traffic, units::traffic>);
    STATIC_CHECK(!units::addable<units::work, units::traffic>);
    STATIC_CHECK(!units::addable<units::traffic, units::duration>);
    STATIC_CHECK(!units::addable<units::performance, units::work>);
    STATIC_CHECK(!units::addable<units::traffic, double>);

    STATIC_CHECK(units::comparable<units::performance, units::performance>);
    STATIC_CHECK(!units::comparable<units::performance, units::bandwidth>);
    STATIC_CHECK(!units::comparable<units::duration, units::work>);
    STATIC_CHECK(!units::comparable<units::intensity, double>);
}

TEST_CASE("a number is no quantity, and a quantity no number") {
    STATIC_CHECK(!std::is_convertible_v<double, units::work>);
    STATIC_CHECK(!std::is_convertible_v<int, units::traffic>);
    STATIC_CHECK(!std::is_constructible_v<units::traffic, double>);
    STATIC_CHECK(!std::is_constructible_v<units::traffic, std::int64_t>);
    STATIC_CHECK(!std::is_convertible_v<units::work, double>);
    STATIC_CHECK(!std::is_constructible_v<double, units::bandwidth>);
}

TEST_CASE("a quantity is not made from one of another unit") {
    STATIC_CHECK(!std::is_convertible_v<units::work, units::performance>);
    STATIC_CHECK(!std::is_convertible_v<units::traffic, units::bandwidth>);
    STATIC_CHECK(!std::is_convertible_v<units::intensity, units::bandwidth>);
}

TEST_CASE("a quotient of like quantities is a number") {
    STATIC_CHECK(std::is_convertible_v<decltype(1_GB / 1_MB), double>);
    STATIC_CHECK(1_GB / 1_MB == 1000.0);
}

TEST_CASE("a user's system of Boost's byte and second interoperates") {
    constexpr user_bytes theirs = user_bytes::from_value(4096);
    STATIC_CHECK(units::traffic(theirs) == 4096_B);
    STATIC_CHECK(user_bytes(1_KiB).value() == 1024.0);
    STATIC_CHECK(units::duration(user_seconds::from_value(0.25)) == 250_ms);
    // Their own dimension stays a dimension of its own: a rate of tokens.
    constexpr auto rate = user_tokens::from_value(128) / user_seconds(2_s);
    STATIC_CHECK(rate.value() == 64.0);
}

TEST_CASE("the second of the SI and the byte of Boost convert both ways") {
    STATIC_CHECK(units::duration(si_seconds::from_value(1.5)) == 1.5_s);
    STATIC_CHECK(si_seconds(2_ms).value() == 2e-3);
    STATIC_CHECK(units::traffic(2.0 * boost::units::information::byte) == 2_B);
    STATIC_CHECK(hu_bytes(1_kB).value() == 1000.0);
    CHECK(units::duration(3.0 * boost::units::si::seconds) == 3_s);
}

TEST_CASE("a bit of Boost is an eighth of a byte") {
    using boost_bits = boost::units::quantity<boost::units::information::hu::bit::info>;
    CHECK(units::traffic(boost_bits::from_value(16)) == 2_B);
}

TEST_CASE("every unit has the name that sentences print") {
    STATIC_CHECK(units::unit_name<units::work> == "FLOP");
    STATIC_CHECK(units::unit_name<units::traffic> == "byte");
    STATIC_CHECK(units::unit_name<units::duration> == "s");
    STATIC_CHECK(units::unit_name<units::energy> == "J");
    STATIC_CHECK(units::unit_name<units::performance> == "FLOP/s");
    STATIC_CHECK(units::unit_name<units::bandwidth> == "byte/s");
    STATIC_CHECK(units::unit_name<units::intensity> == "FLOP/byte");
    STATIC_CHECK(units::unit_name<units::power> == "W");
    STATIC_CHECK(units::in_unit<double>().view() == "a bare number");
    STATIC_CHECK(units::in_unit<units::power>().view() == "in W");
}

TEST_CASE("a quantity is as large as its double") {
    STATIC_CHECK(sizeof(units::work) == sizeof(double));
    STATIC_CHECK(sizeof(units::bandwidth) == sizeof(double));
}
