// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/markdown.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

TEST_CASE("a table in GitHub's Markdown") {
    table t({{"operator"}, {"time", align::right}});
    t.row({"q_b_proj", engineering(3.19488_us)}).rule().row({"rmsnorm", engineering(459_ns)});
    CHECK(markdown(t) == "| operator |     time |\n"
                         "| -------- | -------: |\n"
                         "| q_b_proj | 3.195 us |\n"
                         "| rmsnorm  |   459 ns |\n");
}

TEST_CASE("narrow and empty tables keep their delimiter row") {
    CHECK(markdown(table({{"a"}, {"b", align::right}})) == "| a   |   b |\n| --- | --: |\n");
    CHECK(markdown(table({})) == "");
}

TEST_CASE("text is shown, not interpreted") {
    CHECK(markdown_escaped("a|b") == "a\\|b");
    CHECK(markdown_escaped("a\\|b") == "a\\\\\\|b");
    CHECK(markdown_escaped("memory<dram>") == "memory\\<dram\\>");
    CHECK(markdown_escaped("q_nope * w_kc") == "q_nope \\* w_kc");
    CHECK(markdown_escaped("q_b_proj") == "q_b_proj");
    CHECK(markdown_escaped("_emphasis_ __init__") == "\\_emphasis\\_ \\_\\_init\\_\\_");
    CHECK(markdown_escaped("~7000 `x` [l](u) &lt; $x$") == "\\~7000 \\`x\\` \\[l\\](u) \\&lt; \\$x\\$");
}

TEST_CASE("a cell stays on its line") {
    table t({{"a"}});
    t.row({"x\ny|z\x1B[0m"});
    CHECK(markdown(t) == "| a           |\n| ----------- |\n| x y\\|z\xEF\xBF\xBD\\[0m |\n");
}
