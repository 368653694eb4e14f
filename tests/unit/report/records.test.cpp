// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/decimal.hpp>
#include <roofline/report/records.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

using names = std::vector<std::string>;

TEST_CASE("a number reads back as the same double") {
    CHECK(shortest(0) == "0");
    CHECK(shortest(-0.0) == "0");
    CHECK(shortest(1e6) == "1000000");
    CHECK(shortest(9007199254740991.0) == "9007199254740991");
    CHECK(shortest(1e22) == "1e+22");
    CHECK(shortest(0.1) == "0.1");
    for (const double value : {3.19488e-6, 1.0 / 3, 5e-324, 1.7976931348623157e308, 9007199254740994.0, -2.5}) {
        CHECK(nearest_double(shortest(value)) == value);
    }
}

TEST_CASE("the name of a column says the unit of its numbers, once") {
    table t({{"operator"}, {"time"}, {"FLOP/B"}, {"attainable"}, {"bf16 TFLOP/s"}, {"ridge", align::right, "ridge"}});
    t.row({"q_b_proj", 3.19488_us, engineering(378.1_FLOPpB).bare(), 3025_TFLOPS, significant(2500), 1125_FLOPpB});
    CHECK(records_of(t).names ==
          names{"operator", "time_s", "FLOP_per_B", "attainable_FLOP_per_s", "bf16_TFLOP_per_s", "ridge"});
}

TEST_CASE("a name needs no quoting, stands once and is never empty") {
    const table t({{"M=1"}, {""}, {"% of peak"}, {"fp8"}, {"fp8"}, {"fp8"}, {"\xE2\x88\x9E"}, {"(a) b"}, {"fp8_2"}});
    CHECK(records_of(t).names ==
          names{"M_1", "column_2", "percent_of_peak", "fp8", "fp8_2", "fp8_3", "\xE2\x88\x9E", "a_b", "fp8_2_2"});
}

TEST_CASE("numbers in several units bring their units along") {
    table t({{"demand"}, {"by"}});
    t.row({9_GFLOP, "a"}).row({25_MB, "b"}).row({"unknown", "c"});
    const records r = records_of(t);
    CHECK(r.names == names{"demand", "demand_unit", "by"});
    CHECK(r.rows[0] == std::vector<field>{9e9, "FLOP", "a"});
    CHECK(r.rows[1] == std::vector<field>{25e6, "B", "b"});
    CHECK(r.rows[2] == std::vector<field>{"unknown", std::monostate{}, "c"});
}
