// SPDX-License-Identifier: BSL-1.0
#include "samples.hpp"

#include <roofline/chart/layout.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace roofline;
using chart::arranged, chart::box, chart::canvas, chart::label, chart::layout, chart::overlap, chart::plot, chart::quad;

namespace {

/// Everything with words on the canvas.
std::vector<label> texts(const layout& l) {
    std::vector<label> all;
    const auto add = [&](const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    add(l.title);
    add(l.subtitle);
    add(l.roof_labels);
    add(l.mark_labels);
    add(l.dot_labels);
    all.push_back(l.x_title);
    all.push_back(l.y_title);
    for (const auto* axis : {&l.x_ticks, &l.y_ticks})
        for (const auto& t : *axis)
            if (t.major) all.push_back(t.label);
    for (const auto& e : l.legend) all.push_back(e.label);
    return all;
}

std::vector<canvas> canvases() { return {{}, {320, 160}, {1200, 600}, {400, 900}}; }

bool lies_on(const chart::segment& line, chart::spot s) {
    const double dx = line.to.x - line.from.x, dy = line.to.y - line.from.y;
    return std::abs((s.x - line.from.x) * dy - (s.y - line.from.y) * dx) / std::hypot(dx, dy) < 1e-6;
}

}  // namespace

TEST_CASE("no two texts cover each other") {
    for (const plot& p : samples::all())
        for (const canvas& c : canvases()) {
            const auto all = texts(arranged(p, c));
            for (std::size_t i = 0; i < all.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    CAPTURE(p.title());
                    CAPTURE(c.width);
                    CAPTURE(all[i].text);
                    CAPTURE(all[j].text);
                    CHECK(!overlap(all[i].outline, all[j].outline));
                }
        }
}

TEST_CASE("no label covers a dot, and no leader a label") {
    for (const plot& p : samples::all()) {
        const layout l = arranged(p);
        const auto all = texts(l);
        for (const label& t : all) {
            CAPTURE(p.title());
            CAPTURE(t.text);
            for (const auto& d : l.dots) {
                const double r = l.dot_radius;
                CHECK(!overlap(t.outline, as_quad(box{d.at.x - r, d.at.y - r, d.at.x + r, d.at.y + r})));
            }
            for (const label& other : all)
                if (other.leader && other.text != t.text) CHECK(!overlap(t.outline, as_quad(*other.leader)));
        }
    }
}

TEST_CASE("nothing stands outside the canvas, and the dots and their labels stand in the frame") {
    for (const plot& p : samples::all())
        for (const canvas& c : canvases()) {
            const layout l = arranged(p, c);
            const box whole{0, 0, l.width, l.height};
            CAPTURE(p.title());
            CAPTURE(c.width);
            for (const label& t : texts(l)) {
                CAPTURE(t.text);
                CHECK(inside(t.outline, whole));
            }
            for (const label& t : l.dot_labels) CHECK(inside(t.outline, l.frame));
            for (const auto& d : l.dots) CHECK(l.frame.holds(d.at));
            const box about{l.frame.left - 1e-6, l.frame.top - 1e-6, l.frame.right + 1e-6, l.frame.bottom + 1e-6};
            for (const auto& r : l.roofs) {
                CHECK(about.holds(r.line.from));
                CHECK(about.holds(r.line.to));
            }
            for (const auto& e : l.legend) CHECK(e.label.at.y - 11 > l.frame.bottom);
            CHECK(whole.holds({l.frame.left, l.frame.top}));
            CHECK(l.frame.width() > 0.4 * (c.width - 100));
            CHECK(l.frame.height() == doctest::Approx(c.plot_height));
        }
}

TEST_CASE("a bound stands on the line of what binds it") {
    const layout l = arranged(samples::many_points(10));
    REQUIRE(l.roofs.size() == 2);
    int bounds = 0;
    for (const auto& d : l.dots) {
        if (d.kind != chart::standing::bound) continue;
        ++bounds;
        CHECK((lies_on(l.roofs[0].line, d.at) || lies_on(l.roofs[1].line, d.at)));
    }
    CHECK(bounds == 5 * 49);
}

TEST_CASE("a roof bends where its lines meet") {
    const layout l = arranged(samples::two_ceilings());
    REQUIRE(l.roofs.size() == 3);
    CHECK(l.roofs[2].line.to.x == doctest::Approx(l.roofs[1].line.from.x));  // at the higher ceiling
    CHECK(l.roofs[2].line.to.y == doctest::Approx(l.roofs[1].line.from.y));
    CHECK(l.roofs[1].line.to.x == doctest::Approx(l.frame.right));
    CHECK(lies_on(l.roofs[2].line, l.roofs[0].line.from));
    CHECK(l.marks[0].line.from.x == doctest::Approx(l.roofs[0].line.from.x));  // the ridge
}

TEST_CASE("every ceiling has its name once: on its line, beside the frame or in the legend") {
    for (const plot& p : samples::all())
        for (const canvas& c : canvases()) {
            const layout l = arranged(p, c);
            int named = static_cast<int>(l.roof_labels.size());
            for (const auto& e : l.legend) named += e.what == chart::legend_entry::sample::roof;
            CAPTURE(p.title());
            CHECK(named == static_cast<int>(l.roofs.size()));
        }
}

TEST_CASE("crowded ceilings get longer lines, and names beside the frame where the axis is set") {
    plot p = samples::many_ceilings();
    const layout longer = arranged(p);
    CHECK(longer.x.high == 10 * chart::intensity_scale(p).high);
    for (const label& t : longer.roof_labels) CHECK(inside(t.outline, longer.frame));
    p.intensities(0.1_FLOPpB, 2000_FLOPpB);
    const layout beside = arranged(p);
    CHECK(beside.x.high == 2000);
    int outside = 0;
    for (const label& t : beside.roof_labels) outside += t.at.x > beside.frame.right;
    CHECK(outside == 6);  // fp16 and bf16 are one line, fp64 and fp32 of the vector engine another
    CHECK(beside.roof_labels[0].text == "i8 624 TFLOP/s");
    CHECK(beside.roof_labels[1].text == "bf16, fp16 312 TFLOP/s");
}

TEST_CASE("equal lines are one with all names, those of two machines are told apart") {
    plot p("p");
    p.ceiling("a", 1_TFLOPS).ceiling("b", 1_TFLOPS).measured_ceiling("c", 1_TFLOPS).level("dram", 1_TBps);
    CHECK(arranged(p).roofs.size() == 3);
    CHECK(chart::detail::roof_names(p) ==
          std::vector<std::string>{"a, b 1 TFLOP/s", "c 1 TFLOP/s, measured", "dram 1 TB/s"});
    plot two("p");
    two.ceiling("a", 1_TFLOPS, "x").ceiling("a", 1_TFLOPS, "y").level("dram", 1_TBps, "x");
    CHECK(chart::detail::roof_names(two) == std::vector<std::string>{"x a 1 TFLOP/s", "y a 1 TFLOP/s", "x dram 1 TB/s"});
}

TEST_CASE("few points have labels, many have a legend") {
    CHECK(arranged(samples::many_ceilings()).dot_labels.size() == 8);
    CHECK(arranged(samples::many_points(10)).dot_labels.empty());
    CHECK(arranged(samples::many_points(10)).legend.size() == 12);  // ten series, hollow and filled
    CHECK(arranged(samples::many_points(10)).dots.size() == 490);
    CHECK(arranged(samples::one_spot(12)).dot_labels.size() >= 6);  // as many as there is room for around one spot
    CHECK(arranged(samples::one_spot(13)).dot_labels.empty());
    // Dots without a name leave those that have one theirs.
    plot p("p");
    p.ceiling("bf16", 1_TFLOPS).level("dram", 1_TBps).measurements("named", {{"here", 10_FLOPpB, 100_GFLOPS}});
    for (int i = 0; i < 4; ++i) p.bounds("unnamed", std::vector<chart::point>(10, {"", 1_FLOPpB, 1_TFLOPS}));
    CHECK(arranged(p).dot_labels.size() == 1);
}

TEST_CASE("points outside the axes are counted, not drawn") {
    plot p("p");
    p.intensities(1_FLOPpB, 10_FLOPpB).performances(1_GFLOPS, 1_TFLOPS);
    p.bounds("s", {{"in", 2_FLOPpB, 2_GFLOPS}, {"edge", 10_FLOPpB, 1_GFLOPS}, {"right", 11_FLOPpB, 2_GFLOPS}});
    const layout one = arranged(p);
    CHECK(one.dots.size() == 2);
    CHECK(one.left_out == 1);
    CHECK(one.legend.back().label.text == "1 point lies outside the axes");
    p.bounds("t", {{"above", 2_FLOPpB, 2_TFLOPS}});
    CHECK(arranged(p).legend.back().label.text == "2 points lie outside the axes");
}

TEST_CASE("roofs outside the axes are left out, those that cross them are cut") {
    plot p("p");
    p.ceiling("above", 10_TFLOPS).ceiling("inside", 1_TFLOPS).level("dram", 1_TBps);
    p.intensities(0.1_FLOPpB, 100_FLOPpB).performances(0.5_TFLOPS, 5_TFLOPS);
    const layout l = arranged(p);
    REQUIRE(l.roofs.size() == 2);
    CHECK(l.roofs[1].line.from.y == doctest::Approx(l.frame.bottom));
    CHECK(l.roofs[1].line.to.y == doctest::Approx(l.frame.top));
    CHECK(l.roofs[1].line.to.x == doctest::Approx(l.x(5)));
}

TEST_CASE("a canvas without room is refused") {
    const plot p("p");
    const char* const sentence = "a chart needs a canvas from 320 to 10000 wide, with a plot from 160 to 10000 high";
    CHECK_THROWS_WITH_AS((void)arranged(p, {319, 340}), sentence, unsupported);
    CHECK_THROWS_WITH_AS((void)arranged(p, {640, 159}), sentence, unsupported);
    CHECK_THROWS_AS((void)arranged(p, {10001, 340}), unsupported);
    CHECK_THROWS_AS((void)arranged(p, {std::numeric_limits<double>::quiet_NaN(), 340}), unsupported);
    CHECK_THROWS_AS((void)arranged(p, {640, std::numeric_limits<double>::infinity()}), unsupported);
    CHECK_NOTHROW((void)arranged(p, {320, 160}));
}
