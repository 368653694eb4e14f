// SPDX-License-Identifier: BSL-1.0
#include <roofline/chart/label.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

using namespace roofline::chart;
using detail::label_search, detail::obstacle_line, detail::places_around;

namespace {
constexpr box frame{0, 0, 200, 100};

std::vector<std::optional<label>> placed(const std::vector<spot>& dots, const std::vector<std::string>& names,
                                         std::vector<obstacle_line> lines = {}) {
    label_search search(frame, dots, 4, std::move(lines));
    for (std::size_t i = 0; i < dots.size(); ++i) search.add(places_around(dots[i], 4, names[i], 10));
    return search.found(0);
}
}  // namespace

TEST_CASE("a lonely label stands to the right, at an edge to the left") {
    const auto right = placed({{50, 50}}, {"name"});
    CHECK(right[0]->side == anchor::start);
    CHECK(right[0]->at.x == doctest::Approx(58));
    const auto left = placed({{190, 50}}, {"name"});
    CHECK(left[0]->side == anchor::end);
    CHECK(!left[0]->leader);
}

TEST_CASE("labels make room for each other") {
    const auto found = placed({{50, 50}, {90, 50}}, {"a long name", "another"});
    REQUIRE(found[0]);
    REQUIRE(found[1]);
    CHECK(!overlap(found[0]->outline, found[1]->outline));
}

TEST_CASE("a label avoids lines where it can") {
    const auto found = placed({{100, 50}}, {"name"}, {{{{0, 50}, {200, 50}}, 5, true}});
    CHECK(length_inside({{0, 50}, {200, 50}}, found[0]->outline) == 0);
}

TEST_CASE("a label far from its dot has a leader that begins at the dot") {
    std::vector<spot> dots{{100, 50}};
    for (const double x : {82, 100, 118})
        for (const double y : {35, 50, 65})
            if (x != 100 || y != 50) dots.push_back({x, y});
    label_search search(frame, dots, 4, {});
    search.add(places_around(dots[0], 4, "operator", 10));
    const auto found = search.found(0);
    REQUIRE(found[0]);
    REQUIRE(found[0]->leader);
    const segment& leader = *found[0]->leader;
    CHECK(std::hypot(leader.from.x - 100, leader.from.y - 50) == doctest::Approx(5));
    CHECK(std::hypot(leader.to.x - 100, leader.to.y - 50) > 15);
}

TEST_CASE("where there is no room there is no label") {
    CHECK(!placed({{100, 50}}, {"a name that is far wider than all of this narrow frame, on either side"})[0]);
}

TEST_CASE("the first labels are placed as if there were no others") {
    label_search alone(frame, {}, 4, {});
    alone.add(detail::places_along_plateau({{50, 30}, {200, 30}}, "ceiling", 10, 10));
    const auto by_itself = alone.found(1);
    label_search search(frame, {{180, 30}}, 4, {});
    search.add(detail::places_along_plateau({{50, 30}, {200, 30}}, "ceiling", 10, 10));
    search.add(places_around({180, 30}, 4, "name", 10));
    const auto both = search.found(1);
    CHECK(by_itself[0]->at.y == doctest::Approx(26));
    CHECK(both[0]);
    CHECK(both[1]);
}

TEST_CASE("names run along their lines") {
    const segment rising{{10, 90}, {110, 15}};
    const auto places = detail::places_along_slope(rising, "dram", 10, 10);
    REQUIRE(!places.empty());
    CHECK(places[0].label.angle == doctest::Approx(std::atan2(-75, 100)));
    for (const auto& place : places) CHECK(length_inside(rising, place.label.outline) == 0);
    CHECK(detail::places_along_slope({{5, 5}, {5, 5}}, "dram", 10, 10).empty());
    for (const auto& place : detail::places_beside_mark({{50, 90}, {50, 10}}, "ridge", 10))
        CHECK(length_inside({{50, 90}, {50, 10}}, place.label.outline) == 0);
}
