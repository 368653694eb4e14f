// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/decimal.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

using namespace roofline::report;

TEST_CASE("a number in decimal is the nearest double") {
    CHECK(nearest_double("12") == 12);
    CHECK(nearest_double("-0.5") == -0.5);
    CHECK(nearest_double(".5") == 0.5);
    CHECK(nearest_double("5.") == 5);
    CHECK(nearest_double("2E+3") == 2000);
    CHECK(nearest_double("0.1") == 0.1);
    CHECK(nearest_double("1e-6") == 1e-6);
    CHECK(nearest_double("9007199254740993") == 9007199254740992);         // a tie: to the even one
    CHECK(nearest_double("9007199254740993.0000000000000001") == 9007199254740994);
    CHECK(nearest_double("5e-324") == std::numeric_limits<double>::denorm_min());
    CHECK(nearest_double("1.7976931348623157e308") == (std::numeric_limits<double>::max)());
    CHECK(nearest_double("0e99999999999999999999") == 0);
    REQUIRE(nearest_double("-0"));
    CHECK(std::signbit(*nearest_double("-0")));
}

TEST_CASE("many digits are no other number") {
    CHECK(nearest_double("0." + std::string(400, '0') + "1e400") == 0.1);
    CHECK(nearest_double("1" + std::string(400, '0') + "e-380") == 1e20);
    CHECK(nearest_double(std::string(400, '0') + "1") == 1);
}

TEST_CASE("what is no number, or beyond all doubles, is nothing") {
    using namespace std::literals;
    for (const std::string_view text :
         {""sv, "-"sv, "."sv, "-."sv, "e5"sv, "1e"sv, "1e+"sv, "1e-"sv, "1e+-5"sv, "1e--5"sv, "1.5."sv, "1,5"sv, "+1"sv,
          "--1"sv, " 1"sv, "1 "sv, "1 000"sv, "1'000"sv, "1_000"sv, "0x10"sv, "1p3"sv, "inf"sv, "-infinity"sv, "nan"sv,
          "5\0"sv, "5\0000"sv, "1e400"sv, "-1e400"sv, "1e-400"sv, "2e-324"sv, "1e99999999999999999999"sv,
          "1e-99999999999999999999"sv, "1.7976931348623159e308"sv}) {
        CAPTURE(text);
        CHECK(!nearest_double(text));
    }
}
