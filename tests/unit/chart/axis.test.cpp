// SPDX-License-Identifier: BSL-1.0
#include "samples.hpp"

#include <roofline/chart/axis.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace roofline;
using chart::log_scale, chart::plot, chart::tick;

namespace {
std::string labels(const std::vector<tick>& ticks) {
    std::string text;
    for (const tick& t : ticks)
        if (t.major) text.append(text.empty() ? "" : " ").append(t.text);
    return text;
}
int minor_count(const std::vector<tick>& ticks) {
    int count = 0;
    for (const tick& t : ticks) count += !t.major;
    return count;
}
}  // namespace

TEST_CASE("a decade is as long as any other") {
    const log_scale s{1, 1000, 100, 400};
    CHECK(s(1) == doctest::Approx(100));
    CHECK(s(10) == doctest::Approx(200));
    CHECK(s(1000) == doctest::Approx(400));
    CHECK(s.holds(1));
    CHECK(s.holds(1000));
    CHECK(!s.holds(1001));
}

TEST_CASE("decades carry labels, 2 to 9 do not") {
    const auto t = chart::ticks(log_scale{0.5, 2000}, chart::intensity_text);
    CHECK(labels(t) == "1 10 100 1000");
    CHECK(minor_count(t) == 5 + 3 * 8 + 1);  // 0.5 to 0.9, 2 to 9 three times, 2000
    CHECK(labels(chart::ticks(log_scale{1e11, 1e15}, chart::performance_text)) ==
          "100 GFLOP/s 1 TFLOP/s 10 TFLOP/s 100 TFLOP/s 1 PFLOP/s");
    CHECK(labels(chart::ticks(log_scale{0.001, 10}, chart::intensity_text)) == "0.001 0.01 0.1 1 10");
}

TEST_CASE("wide axes skip decades, narrow ones have more labels") {
    const auto wide = chart::ticks(log_scale{1e-300, 1e300}, chart::intensity_text, 8);
    CHECK(wide.size() <= 8);
    CHECK(wide.size() >= 2);
    CHECK(labels(chart::ticks(log_scale{1, 1e10}, chart::performance_text, 6)) ==
          "1 FLOP/s 100 FLOP/s 10 kFLOP/s 1 MFLOP/s 100 MFLOP/s 10 GFLOP/s");
    CHECK(labels(chart::ticks(log_scale{2, 60}, chart::intensity_text)) == "2 5 10 20 50");
    CHECK(labels(chart::ticks(log_scale{2, 4}, chart::intensity_text)) == "2 4");
    CHECK(labels(chart::ticks(log_scale{6, 7}, chart::intensity_text)) == "6 7");
}

TEST_CASE("axes show all there is") {
    for (const plot& p : samples::all()) {
        const log_scale x = chart::intensity_scale(p), y = chart::performance_scale(p, x);
        CHECK(x.low < x.high);
        CHECK(y.low < y.high);
        if (p.title() == "axes that are set") continue;
        for (const auto& s : p.all_series())
            for (const auto& q : s.points) {
                CHECK(x.holds(q.intensity.value()));
                CHECK(y.holds(q.performance.value()));
            }
        for (const auto& m : p.marks()) CHECK(x.holds(m.at.value()));
        for (const auto& c : p.plateaus()) CHECK(y.holds(c.rate.value()));
    }
}

TEST_CASE("axes end at decades, or at 5 or 2 of them where most of a whole one would be empty") {
    plot p("p");
    p.ceiling("peak", 312_TFLOPS).level("dram", 2039_GBps);
    CHECK(chart::intensity_scale(p).low == 10);
    CHECK(chart::intensity_scale(p).high == 1000);
    p.bounds("s", {{"", 0.9998_FLOPpB, 2_TFLOPS}, {"", 1005_FLOPpB, 312_TFLOPS}});
    const log_scale x = chart::intensity_scale(p);
    CHECK(x.low == 0.5);
    CHECK(x.high == 2000);
    const log_scale y = chart::performance_scale(p, x);
    CHECK(y.low == 1e12);
    CHECK(y.high == 1e15);
    p.ceiling("more", 989_TFLOPS);
    CHECK(chart::performance_scale(p, x).high == 2e15);
}

TEST_CASE("axes that are set stay") {
    plot p("p");
    p.ceiling("peak", 312_TFLOPS).intensities(3_FLOPpB, 33_FLOPpB).performances(1_GFLOPS, 2_GFLOPS);
    CHECK(chart::intensity_scale(p).low == 3);
    CHECK(chart::intensity_scale(p).high == 33);
    CHECK(chart::performance_scale(p, chart::intensity_scale(p)).high == 2e9);
}

TEST_CASE("lines meet those of their machine") {
    plot p("p");
    p.ceiling("fast", 400_TFLOPS, "a").ceiling("slow", 100_TFLOPS, "b").ceiling("any", 200_TFLOPS);
    p.level("a dram", 2_TBps, "a").level("b dram", 1_TBps, "b").level("b llc", 4_TBps, "b");
    CHECK(chart::begins(p.plateaus()[0], p) == 200);
    CHECK(chart::begins(p.plateaus()[1], p) == 25);
    CHECK(chart::begins(p.plateaus()[2], p) == 50);  // the fastest of all
    CHECK(chart::ends(p.slopes()[0], p) == 200);
    CHECK(chart::ends(p.slopes()[1], p) == 200);  // the ceiling that names no machine
    CHECK(chart::ends(p.slopes()[2], p) == 50);
    CHECK(chart::begins(chart::plateau{"", 1_TFLOPS}, plot("empty")) == 0);
    CHECK(chart::ends(chart::slope{"", 1_TBps}, plot("empty")) > 1e300);
}
