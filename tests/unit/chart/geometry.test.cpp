// SPDX-License-Identifier: BSL-1.0
#include <roofline/chart/geometry.hpp>

#include <doctest/doctest.h>

#include <numbers>

using namespace roofline::chart;

namespace {
constexpr box unit{0, 0, 10, 10};
quad shifted(double x, double y) { return as_quad(box{x, y, x + 10, y + 10}); }
}  // namespace

TEST_CASE("upright boxes overlap where both their sides do") {
    CHECK(overlap(as_quad(unit), shifted(9, 9)));
    CHECK(overlap(as_quad(unit), as_quad(box{4, 4, 5, 5})));  // one inside the other
    CHECK(!overlap(as_quad(unit), shifted(10, 0)));           // an edge is no area
    CHECK(!overlap(as_quad(unit), shifted(9, 11)));
    CHECK(overlap(as_quad(unit), shifted(11, 0), 2));  // nearer than 2
    CHECK(!overlap(as_quad(unit), shifted(12, 0), 2));
}

TEST_CASE("turned boxes overlap where no line separates them") {
    const quad diamond = turned(unit, {5, 5}, std::numbers::pi / 4);  // corners at -2.07 and 12.07
    CHECK(overlap(diamond, as_quad(box{11, 4, 20, 6})));
    CHECK(!overlap(diamond, as_quad(box{10, 10, 20, 20})));  // its bounding box reaches there, it does not
    CHECK(diamond.corners[0].x == doctest::Approx(5));
    CHECK(diamond.corners[0].y == doctest::Approx(5 - 10 / std::numbers::sqrt2));
}

TEST_CASE("segments cross boxes") {
    CHECK(overlap(as_quad(segment{{-5, 5}, {15, 5}}), as_quad(unit)));
    CHECK(overlap(as_quad(segment{{-1, 5}, {5, -1}}), as_quad(unit)));
    CHECK(!overlap(as_quad(segment{{-5, 4}, {4, -5}}), as_quad(unit)));  // past the corner
    CHECK(!overlap(as_quad(segment{{-5, 11}, {15, 11}}), as_quad(unit)));
    CHECK(overlap(as_quad(segment{{0, 0}, {10, 10}}), as_quad(segment{{0, 10}, {10, 0}})));
}

TEST_CASE("how much of a segment lies in a box") {
    CHECK(length_inside(segment{{-5, 5}, {15, 5}}, as_quad(unit)) == doctest::Approx(10));
    CHECK(length_inside(segment{{2, 5}, {4, 5}}, as_quad(unit)) == doctest::Approx(2));
    CHECK(length_inside(segment{{15, 5}, {4, 5}}, as_quad(unit)) == doctest::Approx(6));
    CHECK(length_inside(segment{{5, -5}, {15, 5}}, as_quad(unit)) == 0);  // through the corner
    CHECK(length_inside(segment{{-5, 0}, {15, 0}}, as_quad(unit)) == 0);  // along the edge
    CHECK(length_inside(segment{{11, 0}, {11, 10}}, as_quad(unit)) == 0);
    const quad diamond = turned(unit, {5, 5}, std::numbers::pi / 4);
    CHECK(length_inside(segment{{-10, 5}, {20, 5}}, diamond) == doctest::Approx(10 * std::numbers::sqrt2));
}

TEST_CASE("the nearest spot of a box") {
    CHECK(nearest(unit, {20, 5}).x == 10);
    CHECK(nearest(unit, {20, 5}).y == 5);
    CHECK(nearest(unit, {3, 4}).x == 3);
}
