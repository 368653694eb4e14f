// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/terminal.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

namespace {
std::string line(int width) {
    std::string result;
    for (int i = 0; i < width; ++i) result += "─";
    return result + "\n";
}
}  // namespace

TEST_CASE("names to the left, numbers to the right, no blanks at the end of a line") {
    table t({{"operator"}, {"time", align::right}, {"note"}});
    t.row({"q_b_proj", engineering(3.19488_us), ""}).row({"rmsnorm", engineering(459_ns), "small"});
    CHECK(terminal(t) == "operator      time  note\n" + line(25) +
                             "q_b_proj  3.195 us\n"
                             "rmsnorm     459 ns  small\n");
}

TEST_CASE("a rule crosses the table") {
    table t({{"a"}, {"b"}});
    t.row({"1", "2"}).rule().row({"3", "4"});
    CHECK(terminal(t) == "a  b\n" + line(4) + "1  2\n" + line(4) + "3  4\n");
}

TEST_CASE("tables without rows or columns") {
    CHECK(terminal(table({})) == "");
    CHECK(terminal(table({{"a"}, {"b"}})) == "a  b\n" + line(4));
    CHECK(terminal(table({}).row({})) == "");
    CHECK(terminal(table({{""}}).row({""})) == "\n\n\n");
}

TEST_CASE("columns are measured as a terminal shows them") {
    CHECK(display_width("q_b_proj") == 8);
    CHECK(display_width("10 µs → ∞") == 9);
    CHECK(display_width("e\xCC\x81") == 1);  // e and a combining accent
    CHECK(display_width("屋根") == 4);
    CHECK(display_width("\xFF\xC3") == 2);      // malformed bytes, one replacement character each
    CHECK(display_width("\xED\xA0\x80") == 3);  // a surrogate is no character
    CHECK(display_width("\xC0\xAF") == 2);      // an overlong slash neither
    table t({{"a"}, {"b"}});
    t.row({"∞", "1"}).row({"屋根", "2"});
    CHECK(terminal(t) == "a     b\n" + line(7) + "∞     1\n屋根  2\n");
}

TEST_CASE("cells cannot break the table or drive the terminal") {
    CHECK(one_line("a\nb\r\tc") == "a b  c");
    CHECK(one_line("\x1B[31mred") == "\xEF\xBF\xBD[31mred");
    CHECK(one_line("bad \xFF byte") == "bad \xEF\xBF\xBD byte");
    CHECK(one_line("\xC2\x9B"
                   "31m") == "\xEF\xBF\xBD"
                             "31m");  // C1: escape and bracket in one
    table t({{"a"}});
    t.row({"x\ny"});
    CHECK(terminal(t) == "a\n" + line(3) + "x y\n");
}

TEST_CASE("text is wrapped at spaces to the width, words are not broken") {
    CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("one  two ", 20) == std::vector<std::string>{"one  two "});
    CHECK(wrapped("  one   two  ", 5) == std::vector<std::string>{"one", "two"});
    CHECK(wrapped("incomprehensible words", 5) == std::vector<std::string>{"incomprehensible", "words"});
    CHECK(wrapped("", 5) == std::vector<std::string>{""});
    CHECK(wrapped("      ", 3) == std::vector<std::string>{""});
    CHECK(paragraph("one two three", 7) == "one two\nthree\n");
}

TEST_CASE("a wide table wraps its widest texts, never its numbers") {
    table t({{"what"}, {"a long header", align::right}, {"why"}});
    t.row({"alpha beta", "123 456 789 012", "gamma delta epsilon zeta"});
    CHECK(terminal(t, 40) == "what          a long header  why\n" + line(40) +
                                 "alpha beta  123 456 789 012  gamma delta\n"
                                 "                             epsilon\n"
                                 "                             zeta\n");
    CHECK(terminal(t, 1) == "what     a long header  why\n" + line(31) +
                                "alpha  123 456 789 012  gamma\n"
                                "beta                    delta\n"
                                "                        epsilon\n"
                                "                        zeta\n");
}
