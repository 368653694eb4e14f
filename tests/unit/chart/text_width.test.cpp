// SPDX-License-Identifier: BSL-1.0
#include <roofline/chart/text_width.hpp>

#include <doctest/doctest.h>

using namespace roofline::chart;

TEST_CASE("wide letters are wide") {
    CHECK(text_width("", 11) == 0);
    CHECK(text_width("iiii", 11) < text_width("aaaa", 11));
    CHECK(text_width("aaaa", 11) < text_width("MMMM", 11));
    CHECK(text_width("屋根", 10) == doctest::Approx(20.4));
    CHECK(text_width("abc", 22) == doctest::Approx(2 * text_width("abc", 11)));
    CHECK(text_width("abc", 11, true) > text_width("abc", 11));
}

TEST_CASE("the estimate is no narrower than Arial") {  // widths of Arial at 1000 a em, from its metrics
    CHECK(text_width("Arithmetic intensity (FLOP/B)", 1000) >= 12673);
    CHECK(text_width("0123456789", 1000) >= 5560);
    CHECK(text_width("TFLOP/s", 1000) >= 3668);
}

TEST_CASE("what is too wide ends in an ellipsis") {
    CHECK(fitted("operator", 11, 200) == "operator");
    const std::string cut = fitted("an operator with a long name", 11, 60);
    CHECK(cut.ends_with("…"));
    CHECK(text_width(cut, 11) <= 60);
    CHECK(fitted("a\nb", 11, 200) == "a b");
    CHECK(fitted("屋根屋根屋根", 10, 35) == "屋根…");  // no half character
}

TEST_CASE("text is broken at spaces") {
    CHECK(broken("", 11, 100).empty());
    CHECK(broken("one two", 11, 500) == std::vector<std::string>{"one two"});
    CHECK(broken("one two", 11, 25) == std::vector<std::string>{"one", "two"});
    for (const std::string& line : broken("incomprehensibilities are cut", 11, 60)) CHECK(text_width(line, 11) <= 60);
}
