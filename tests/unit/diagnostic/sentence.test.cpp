// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/diagnostic/error.hpp>
#include <roofline/diagnostic/sentence.hpp>

#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace roofline;
using namespace roofline::diagnostic;
using namespace std::string_view_literals;

namespace {

constexpr bool says(const sentence& s, std::string_view expected) { return s.view() == expected; }

constexpr sentence filled(std::size_t length) {
    sentence s;
    for (std::size_t i = 0; i < length; ++i) s.add("x");
    return s;
}

}  // namespace

TEST_CASE("a sentence joins text and numbers") {
    STATIC_CHECK(says(sentence(), ""));
    STATIC_CHECK(says(sentence("axis {} of {}", {2, std::int64_t{7168}}), "axis 2 of 7168"));
    STATIC_CHECK(says(sentence("{}{}", {"kv"sv, "_b"}), "kv_b"));
    STATIC_CHECK(says(sentence("a").add("b").add("{}", {"c"}), "abc"));
    STATIC_CHECK(sentence("four").size() == 4);
}

TEST_CASE("a sentence prints every 64-bit integer") {
    STATIC_CHECK(says(sentence("{}", {0}), "0"));
    STATIC_CHECK(says(sentence("{}", {-1}), "-1"));
    STATIC_CHECK(says(sentence("{}", {-10}), "-10"));
    STATIC_CHECK(says(sentence("{}", {std::numeric_limits<std::int64_t>::max()}), "9223372036854775807"));
    STATIC_CHECK(says(sentence("{}", {std::numeric_limits<std::int64_t>::min()}), "-9223372036854775808"));
}

TEST_CASE("a sentence prints the extents of a shape, and one that is not known as dyn") {
    constexpr std::int64_t extents[] = {8, unknown, -1};
    STATIC_CHECK(says(sentence("{}", {part(extents, 3)}), "(8,dyn,-1)"));
    STATIC_CHECK(says(sentence("{}", {part(extents, 1)}), "(8)"));
    STATIC_CHECK(says(sentence("{}", {part(extents, 0)}), "()"));
}

TEST_CASE("a sentence is a part of another") {
    STATIC_CHECK(says(sentence("<{}>", {sentence("axis {}", {2})}), "<axis 2>"));
}

TEST_CASE("what is put into a sentence is no form of its own") {
    STATIC_CHECK(says(sentence("{} and {}", {"{}", 1}), "{} and 1"));
    STATIC_CHECK(says(sentence("{ } {1} }{"), "{ } {1} }{"));
}

TEST_CASE("a sentence has a part for each place and a place for each part") {
    CHECK_THROWS_AS(sentence("{} {}", {1}), std::logic_error);
    CHECK_THROWS_AS(sentence("{}", {1, 2}), std::logic_error);
    CHECK_THROWS_AS(sentence("{}"), std::logic_error);
    CHECK_THROWS_AS(sentence("none", {1}), std::logic_error);
}

TEST_CASE("a sentence up to its capacity is whole, and beyond it ends in three dots") {
    STATIC_CHECK(filled(sentence::capacity).size() == sentence::capacity);
    STATIC_CHECK(filled(sentence::capacity).view().back() == 'x');
    STATIC_CHECK(filled(sentence::capacity + 1).size() == sentence::capacity);
    STATIC_CHECK(filled(sentence::capacity + 1).view().substr(sentence::capacity - 4) == "x...");
    STATIC_CHECK(filled(3 * sentence::capacity).view().substr(sentence::capacity - 4) == "x...");
}

TEST_CASE("a sentence is a C string") {
    const sentence s = sentence("a machine of {}", {2});
    CHECK(std::string(s.c_str()) == "a machine of 2");
}

TEST_CASE("both errors are invalid arguments and carry their sentence") {
    CHECK_THROWS_WITH_AS(throw shape_error(sentence("extent {}", {-5})), "extent -5", std::invalid_argument);
    CHECK_THROWS_WITH_AS(throw unsupported(sentence("no ceiling")), "no ceiling", std::invalid_argument);
    CHECK_THROWS_AS(throw shape_error("x"), shape_error);
    CHECK_THROWS_AS(throw unsupported("x"), unsupported);
}
