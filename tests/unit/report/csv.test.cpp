// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/csv.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

TEST_CASE("a table as CSV: base units in the names, every digit in the numbers, no rules") {
    table t({{"operator"}, {"traffic", align::right}, {"time", align::right}});
    t.row({"q_b_proj", 25559040_B, engineering(3.19488_us, 3)}).rule().row({"norm, fused", 786432_B, ""});
    CHECK(csv(t) == "operator,traffic_B,time_s\n"
                    "q_b_proj,25559040,3.19488e-06\n"
                    "\"norm, fused\",786432,\n");
}

TEST_CASE("a field is quoted where it would be misread") {
    CHECK(csv_quoted("q_b_proj") == "q_b_proj");
    CHECK(csv_quoted("") == "");
    CHECK(csv_quoted("a,b") == "\"a,b\"");
    CHECK(csv_quoted("the \"roof\"") == "\"the \"\"roof\"\"\"");
    CHECK(csv_quoted("two\nlines") == "\"two\nlines\"");
    CHECK(csv_quoted("\r") == "\"\r\"");
    CHECK(csv_quoted(" a") == "\" a\"");
    CHECK(csv_quoted("a ") == "\"a \"");
}

TEST_CASE("what is no finite number keeps its name") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    table t({{"x"}});
    t.row({significant(infinity)})
        .row({significant(-infinity)})
        .row({significant(std::numeric_limits<double>::quiet_NaN())});
    CHECK(csv(t) == "x\ninf\n-inf\nnan\n");
}

TEST_CASE("a table without rows is a line of names") { CHECK(csv(table({{"a"}, {"b"}})) == "a,b\n"); }
