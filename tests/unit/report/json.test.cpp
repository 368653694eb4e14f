// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/json.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

TEST_CASE("a table as JSON: an object a row, base units in the names, every digit in the numbers") {
    table t({{"operator"}, {"rows", align::right}, {"time", align::right}});
    t.row({"q_b_proj", 128, engineering(3.19488_us, 3)}).rule().row({"the \"norm\"", 1, ""});
    CHECK(json(t) == "[\n"
                     "  {\"operator\": \"q_b_proj\", \"rows\": 128, \"time_s\": 3.19488e-06},\n"
                     "  {\"operator\": \"the \\\"norm\\\"\", \"rows\": 1, \"time_s\": null}\n"
                     "]\n");
}

TEST_CASE("text is escaped") {
    CHECK(json_quoted("q_b_proj") == "\"q_b_proj\"");
    CHECK(json_quoted("a\\b\"c") == "\"a\\\\b\\\"c\"");
    CHECK(json_quoted("two\nlines\x1B[0m") == "\"two\\u000alines\\u001b[0m\"");
    CHECK(json_quoted("\xC2\xB5s \xE2\x88\x9E") == "\"\xC2\xB5s \xE2\x88\x9E\"");
    CHECK(json_quoted("bad \xFF byte") == "\"bad \xEF\xBF\xBD byte\"");
}

TEST_CASE("JSON has no infinities") {
    table t({{"x"}});
    t.row({significant(std::numeric_limits<double>::infinity())})
        .row({significant(std::numeric_limits<double>::quiet_NaN())});
    CHECK(json(t) == "[\n  {\"x\": null},\n  {\"x\": null}\n]\n");
}

TEST_CASE("a table without rows is an empty array") { CHECK(json(table({{"a"}})) == "[]\n"); }
