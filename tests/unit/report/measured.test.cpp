// SPDX-License-Identifier: BSL-1.0
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/report/csv.hpp>
#include <roofline/report/measured.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <limits>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

namespace {

constexpr auto npu = machine<"NPU">(ceiling<matrix_math<bf16>>(100_TFLOPS, datasheet("table 1")),
                                    ceiling<vector_math<fp32>>(10_TFLOPS, datasheet("table 1")),
                                    ceiling<memory<dram>>(1_TBps, datasheet("table 1")),
                                    capacity<memory<llc>>(10_MB, datasheet("table 1")));
constexpr auto uncached = machine<"bare">(ceiling<matrix_math<bf16>>(100_TFLOPS, datasheet("table 1")),
                                          ceiling<memory<dram>>(1_TBps, datasheet("table 1")));

// 10 us of compute, 4 us of bytes, none under any_cache.
constexpr auto large = op(demand<matrix_math<bf16>>(1_GFLOP), demand<memory<dram>>(3_MB, 1_MB));
// 1 us of compute, 30 us of bytes, 10 us of them under any_cache.
constexpr auto wide = op(demand<matrix_math<bf16>>(100_MFLOP), demand<memory<dram>>(20_MB, 10_MB));

placed_measurement placed(const any_operator& cost, units::duration time) {
    return place_measured(measurement{"kernel", cost, time, "notebook"}, npu);
}

}  // namespace

TEST_CASE("a measured kernel beside its bound") {
    const placed_measurement p = placed(large, 12.5_us);
    CHECK(p.name == "kernel");
    CHECK(p.source == "notebook");
    CHECK(p.bound.time == place(large, npu).time);
    CHECK(p.of_attainable == doctest::Approx(0.8));
    CHECK(p.of_peak == doctest::Approx(0.8));
    CHECK(p.performance.value() == doctest::Approx(80e12));
    CHECK(p.intensity->value() == 250);
    CHECK(p.says == verdict::ordinary);
    CHECK(p.why == "");

    const placed_measurement memory_bound = placed(wide, 60_us);
    CHECK(memory_bound.of_attainable == doctest::Approx(0.5));
    CHECK(memory_bound.of_peak == doctest::Approx(1.0 / 60));
    CHECK(memory_bound.says == verdict::ordinary);
}

TEST_CASE("compute-bound and under 70 % of the peak has room, memory-bound has not") {
    CHECK(placed(large, 14_us).says == verdict::ordinary);
    CHECK(placed(large, 14.5_us).says == verdict::has_room);
    CHECK(placed(wide, 300_us).says == verdict::ordinary);
}

TEST_CASE("faster than cold but not than any_cache: the data was in the cache") {
    const placed_measurement p = placed(wide, 20_us);
    CHECK(p.says == verdict::in_cache);
    CHECK(p.warm->value() == doctest::Approx(10e-6));
    CHECK(
        p.why ==
        "1.5 times faster than the cold bound: data stayed in the last-level cache; with any_cache the bound is 10 us");
}

TEST_CASE("faster than any_cache is impossible, and the factor hints at the reason") {
    const auto why = [](const any_operator& cost, units::duration time) {
        const placed_measurement p = placed(cost, time);
        CHECK(p.says == verdict::impossible);
        return p.why;
    };
    CHECK(why(large, 8.7_us) ==
          "1.15 times faster than even any_cache allows (10 us): a clock above the one that the ceiling is for, or "
          "another model of the machine");
    CHECK(why(large, 5_us) ==
          "2 times faster than even any_cache allows (10 us): a sparse rate, a narrower format, or another machine");
    CHECK(why(wide, 5_us) ==
          "2 times faster than even any_cache allows (10 us): another machine, another format or shape, or work that "
          "was left out");
    CHECK(why(large, 10_ns) ==
          "1000 times faster than even any_cache allows (10 us): a time in another unit, or of another shape");
}

TEST_CASE("a machine that states no cache has no bound of a warm one") {
    const placed_measurement p = place_measured(measurement{"kernel", wide, 10_us, ""}, uncached);
    CHECK(!p.warm);
    CHECK(p.says == verdict::impossible);
    CHECK(p.why == "3 times faster than the cold bound, of a machine that states no cache: another machine, another "
                   "format or shape, or "
                   "work that was left out");
}

TEST_CASE("of what has no FLOP or moves no bytes there is no intensity") {
    CHECK(!placed(op(demand<memory<dram>>(1_MB)), 2_us).intensity);
    CHECK(placed(op(demand<memory<dram>>(1_MB)), 2_us).of_peak == 0);
    CHECK(!placed(op(demand<matrix_math<bf16>>(1_GFLOP)), 20_us).intensity);
}

TEST_CASE("what the machine cannot take is refused in a sentence, and the others are kept") {
    const auto fp8_product = op(demand<matrix_math<fp8>>(1_GFLOP), demand<memory<dram>>(1_MB));
    const placed_measurements all = place_measured(
        std::vector<measurement>{{"a", large, 20_us}, {"b", fp8_product, 20_us}, {"c", wide, 40_us}}, npu);
    REQUIRE(all.rows.size() == 2);
    CHECK(all.rows[1].name == "c");
    REQUIRE(all.refused.size() == 1);
    CHECK(all.refused[0] == "b: NPU publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: bf16");
    CHECK_THROWS_WITH_AS(placed(large, 0_s), "kernel: a measured time is positive", std::invalid_argument);
    CHECK_THROWS_AS(placed(large, units::duration::from_value(std::numeric_limits<double>::quiet_NaN())),
                    std::invalid_argument);
}

TEST_CASE("the table of measured kernels, for people and for programs") {
    const table t = measured_table({placed(large, 12.5_us), placed(wide, 20_us)});
    CHECK(t.rows()[0][6].text() == "80");
    CHECK(csv(t) == "kernel,time_s,bound_s,limit,intensity_FLOP_per_B,performance_FLOP_per_s,percent_of_attainable,"
                    "percent_of_peak,verdict,why\n"
                    "kernel,1.25e-05,1e-05,matrix_math<bf16>,250,80000000000000,80,80,ordinary,\n"
                    "kernel,2e-05,3e-05,memory<dram>,3.3333333333333335,5000000000000,150,5,in cache,"
                    "1.5 times faster than the cold bound: data stayed in the last-level cache; with any_cache the "
                    "bound is 10 us\n");
}
