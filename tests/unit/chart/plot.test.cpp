// SPDX-License-Identifier: BSL-1.0
#include "samples.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace roofline;
using chart::plot, chart::standing;

TEST_CASE("lines come from a machine with their names and sources") {
    plot p("A100");
    p.roof<matrix_math<bf16>, vector_math<fp32>, memory<dram>, interconnect<scale_up>>(hw::a100_sxm_80gb);
    REQUIRE(p.plateaus().size() == 2);
    CHECK(p.plateaus()[0].name == "bf16");
    CHECK(p.plateaus()[0].rate == 312_TFLOPS);
    CHECK(p.plateaus()[0].machine == "A100 80GB SXM4");
    CHECK(p.plateaus()[0].kind == standing::bound);
    constexpr provenance from = source<matrix_math<bf16>>(hw::a100_sxm_80gb);
    CHECK(p.plateaus()[0].source == std::string(name_of(from.kind)) + ": " + from.text);
    CHECK(p.plateaus()[1].name == "fp32 vector");
    REQUIRE(p.slopes().size() == 2);
    CHECK(p.slopes()[0].name == "dram");
    CHECK(p.slopes()[0].rate == 2039_GBps);
    CHECK(p.slopes()[1].name == "scale_up");

    plot flat("A100");
    flat.roof<matrix_math<bf16>, vector_math<fp32>, memory<dram>, interconnect<scale_up>>(
        any_machine(hw::a100_sxm_80gb));
    CHECK(flat.plateaus()[0].rate == p.plateaus()[0].rate);
    CHECK(flat.plateaus()[0].source == p.plateaus()[0].source);
    CHECK(flat.slopes()[1].rate == p.slopes()[1].rate);
}

TEST_CASE("resources have short names that no other has") {
    using chart::detail::short_name;
    CHECK(short_name(resource_of<matrix_math<bf16>>) == "bf16");
    CHECK(short_name(resource_of<matrix_math<fp16, fp16>>) == "fp16/fp16");
    CHECK(short_name(resource_of<matrix_math<fp8, fp32, sparse_2_4>>) == "fp8/fp32/sparse_2_4");
    CHECK(short_name(resource_of<vector_math<bf16>>) == "bf16 vector");
    CHECK(short_name(resource_of<special_math<special::exp2>>) == "exp2");
    CHECK(short_name(resource_of<memory<llc>>) == "llc");
}

// A point with its coordinates exchanged does not compile, nor does a mark that is no intensity.
template<class X, class Y>
concept is_point = requires(X x, Y y) { chart::point{"p", x, y}; };
static_assert(is_point<units::intensity, units::performance>);
static_assert(!is_point<units::performance, units::intensity>);
static_assert(!is_point<units::intensity, units::bandwidth>);
static_assert(!is_point<double, double>);
template<class X>
concept can_be_marked = requires(plot p, X x) { p.marked("m", x); };
static_assert(can_be_marked<units::intensity>);
static_assert(!can_be_marked<units::performance>);

TEST_CASE("a rate that a machine has from a measurement is measured on the chart") {
    constexpr auto m = machine<"m">(ceiling<matrix_math<bf16>>(255_TFLOPS, measured("8192 cubed, 2026-05")),
                                    ceiling<memory<dram>>(1.8_TBps, measured("copy")));
    plot p("m");
    p.roof<matrix_math<bf16>, memory<dram>>(m);
    CHECK(p.plateaus()[0].kind == standing::measured);
    CHECK(p.slopes()[0].kind == standing::measured);
    CHECK(p.slopes()[0].source == "measured: copy");
}

TEST_CASE("points come from placements") {
    constexpr auto gemm = matmul(tensor<bf16, 64, 4096>{}, tensor<bf16, 4096, 4096>{});
    constexpr auto placed = place(gemm, hw::a100_sxm_80gb);
    const chart::point bound = chart::at("gemm", placed, "M = 64");
    CHECK(bound.intensity == placed.intensity());
    CHECK(bound.performance == placed.attainable());
    CHECK(bound.shape == "M = 64");
    const chart::point seen = chart::at("gemm", placed, placed.time * 2.0);
    CHECK(seen.intensity == placed.intensity());
    CHECK(seen.performance.value() == doctest::Approx(placed.attainable().value() / 2));
    CHECK(chart::at("gemm", place(gemm, any_machine(hw::a100_sxm_80gb))).intensity == bound.intensity);
    CHECK_THROWS_WITH_AS((void)chart::at("gemm", placed, 0_s),
                         "the time of gemm must be positive and finite to stand on a logarithmic axis", unsupported);
}

TEST_CASE("ridges are marks") {
    plot p("A100");
    p.ridge<matrix_math<bf16>>(hw::a100_sxm_80gb).marked("here", 10_FLOPpB);
    REQUIRE(p.marks().size() == 2);
    CHECK(p.marks()[0].name == "ridge bf16");
    CHECK(p.marks()[0].at == ridge<matrix_math<bf16>>(hw::a100_sxm_80gb));
    CHECK(p.marks()[1].name == "here");
}

TEST_CASE("what has no place on a logarithmic axis is refused, and the plot is as it was") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    plot p("p");
    for (const double bad : {0.0, -1.0, infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
        const auto performance = units::performance::from_value(bad);
        const auto intensity = units::intensity::from_value(bad);
        CHECK_THROWS_WITH_AS(p.ceiling("bf16", performance),
                             "the rate of bf16 must be positive and finite to stand on a logarithmic axis", unsupported);
        CHECK_THROWS_AS(p.measured_ceiling("bf16", performance), unsupported);
        CHECK_THROWS_WITH_AS(p.level("dram", units::bandwidth::from_value(bad)),
                             "the rate of dram must be positive and finite to stand on a logarithmic axis", unsupported);
        CHECK_THROWS_AS(p.measured_level("dram", units::bandwidth::from_value(bad)), unsupported);
        CHECK_THROWS_WITH_AS(p.marked("ridge", intensity),
                             "the intensity of ridge must be positive and finite to stand on a logarithmic axis",
                             unsupported);
        CHECK_THROWS_WITH_AS(p.bounds("s", {{"good", 1_FLOPpB, 1_GFLOPS}, {"bad", intensity, 1_GFLOPS}}),
                             "the intensity of bad must be positive and finite to stand on a logarithmic axis",
                             unsupported);
        CHECK_THROWS_WITH_AS(p.measurements("s", {{"good", 1_FLOPpB, 1_GFLOPS}, {"", 1_FLOPpB, performance}}),
                             "the performance of an unnamed line or point must be positive and finite to stand on a "
                             "logarithmic axis",
                             unsupported);
        CHECK_THROWS_WITH_AS(p.intensities(intensity, 10_FLOPpB),
                             "the axis of intensities must run from a positive value to a larger finite one",
                             unsupported);
        CHECK_THROWS_WITH_AS(p.performances(10_GFLOPS, performance),
                             "the axis of performances must run from a positive value to a larger finite one",
                             unsupported);
    }
    CHECK_THROWS_AS(p.intensities(10_FLOPpB, 10_FLOPpB), unsupported);
    CHECK_THROWS_AS(p.performances(10_GFLOPS, 1_GFLOPS), unsupported);
    CHECK(p.plateaus().empty());
    CHECK(p.slopes().empty());
    CHECK(p.marks().empty());
    CHECK(p.all_series().empty());
    CHECK(p.intensities().high.value() == 0);
    CHECK(p.performances().high.value() == 0);
}

TEST_CASE("a machine without one of the rates adds none of them") {
    plot p("A100");
    const any_machine a100 = hw::a100_sxm_80gb;
    CHECK_THROWS_WITH_AS((p.roof<matrix_math<bf16>, matrix_math<fp8>>(a100)),
                         "A100 80GB SXM4 publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: fp16 bf16 "
                         "tf32 fp64 i8 i4 i1",
                         unsupported);
    CHECK_THROWS_WITH_AS((p.roof<matrix_math<bf16>, memory<llc>>(any_machine(hw::rtx_4090))),
                         "RTX 4090 has memory<llc>, but its rate is unpublished", unsupported);
    CHECK(p.plateaus().empty());
}
