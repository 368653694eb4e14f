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

TEST_CASE("a cell is words, or a number that each renderer writes in its own way") {
    const cell bytes = engineering(25559040_B, 3);
    CHECK(bytes.text() == "25.6 MB");
    CHECK(bytes.number()->value == 25559040.0);
    CHECK(cell("25.56 MB").number() == nullptr);

    CHECK(cell(3.19488_us).text() == "3.195 us");
    CHECK(cell(1048576).text() == "1048576");
    CHECK(cell(std::size_t{0}).text() == "0");
    CHECK(cell(significant(2.0 / 3.0)).text() == "0.6667");
}

TEST_CASE("a rule stands between rows, not before the first") {
    table t({{"a"}});
    t.rule().row({"1"}).rule().row({"2"});
    CHECK(!t.rule_before(0));
    CHECK(t.rule_before(1));
}
