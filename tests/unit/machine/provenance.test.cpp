// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/machine/provenance.hpp>

using namespace roofline;

TEST_CASE("a number of a machine without a source is refused") {
    constexpr auto sentence = "a number of a machine must name its source: the text is empty";
    CHECK_THROWS_WITH_AS(datasheet(""), sentence, unsupported);
    CHECK_THROWS_WITH_AS(quoted(""), sentence, unsupported);
    CHECK_THROWS_WITH_AS(secondary(""), sentence, unsupported);
    CHECK_THROWS_WITH_AS(derived(""), sentence, unsupported);
    CHECK_THROWS_WITH_AS(measured(""), sentence, unsupported);
    CHECK_THROWS_WITH_AS(as_published(""), sentence, unsupported);
    CHECK_THROWS_WITH_AS(datasheet(nullptr), sentence, unsupported);
}

TEST_CASE("each kind of evidence has a maker and a name") {
    STATIC_CHECK(datasheet("a").kind == evidence::datasheet);
    STATIC_CHECK(quoted("a").kind == evidence::quoted);
    STATIC_CHECK(secondary("a").kind == evidence::secondary);
    STATIC_CHECK(derived("a").kind == evidence::derived);
    STATIC_CHECK(measured("a").kind == evidence::measured);
    STATIC_CHECK(as_published("a").kind == evidence::as_published);
    STATIC_CHECK(name_of(evidence::datasheet) == "datasheet");
    STATIC_CHECK(name_of(evidence::quoted) == "quoted");
    STATIC_CHECK(name_of(evidence::secondary) == "secondary");
    STATIC_CHECK(name_of(evidence::derived) == "derived");
    STATIC_CHECK(name_of(evidence::measured) == "measured");
    STATIC_CHECK(name_of(evidence::as_published) == "as published");
    STATIC_CHECK(datasheet("H100 brief, table 2").source() == "H100 brief, table 2");
}
