// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/table.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <stdexcept>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

TEST_CASE("a row has as many cells as there are columns") {
    table t({{"a"}, {"b"}});
    CHECK_NOTHROW(t.row({"1", "2"}));
    CHECK_THROWS_WITH_AS(t.row({"1"}), "a row of 1 cells in a table of 2 columns", std::invalid_argument);
    CHECK_THROWS_WITH_AS(t.row({"1", "2", "3"}), "a row of 3 cells in a table of 2 columns", std::invalid_argument);
    CHECK(t.rows().size() == 1);
}

TEST_CASE("a cell made of a quantity keeps its value for programs") {
    const cell number = engineering(25559040_B);
    CHECK(number.text == "25.56 MB");
    CHECK(number.value == 25559040.0);
    CHECK(!cell("25.56 MB").value.has_value());
}

TEST_CASE("a rule stands between rows, not before the first") {
    table t({{"a"}});
    t.rule().row({"1"}).rule().row({"2"});
    CHECK(!t.rule_before(0));
    CHECK(t.rule_before(1));
}
