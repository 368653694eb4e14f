// SPDX-License-Identifier: BSL-1.0
// A chart of LLaMA-33B on an A6000, prompts ("init") and decoding ("ar"): what it says, and what is true.
#include "llama33b.hpp"
#include "printed.hpp"

#include <published_machines.hpp>
#include <roofline/hardware/a6000.hpp>
#include <static_check.hpp>

#include <type_traits>

using namespace llama33b;
using published::a6000;

namespace {

/// Whether it holds for each point of the chart: holds(operator).
constexpr bool every_point(auto holds) {
    return everywhere([&](std::int64_t b, std::int64_t s) {
        return holds(qkv(b * s)) && holds(qkv(b)) && holds(up(b * s)) && holds(up(b)) && holds(down(b * s)) &&
               holds(down(b)) && holds(qk(b, s, s)) && holds(qk(b, 1, s)) && holds(pv(b, s, s)) && holds(pv(b, 1, s));
    });
}

}  // namespace

TEST_CASE("181 TFLOP/s are an L40's: the A6000 has 154.8 beside its 768 GB/s") {
    STATIC_CHECK(rate<matrix_math<fp16>>(a6000) == 181_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16>>(hw::a6000) == 154.8_TFLOPS);
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::a6000) == 154.8_TFLOPS);
    STATIC_CHECK(prints_as(rate<matrix_math<fp16>>(a6000) / rate<matrix_math<fp16>>(hw::a6000), 1.17, 0.01));
    STATIC_CHECK(rate<memory<dram>>(hw::a6000) == 768_GBps);
}

TEST_CASE("the ridge is at 235.7 FLOP/B, on the real card at 201.6, and not at 100") {
    STATIC_CHECK(prints_as(ridge<matrix_math<fp16>>(a6000), 235.7_FLOPpB, 0.1));
    STATIC_CHECK(prints_as(ridge<matrix_math<fp16>>(hw::a6000), 201.6_FLOPpB, 0.1));
    // At 100 FLOP/B the bound is 42 % of the published peak.
    constexpr auto at_100 = op(demand<matrix_math<fp16>>(100_GFLOP), demand<memory<dram>>(1_GB));
    STATIC_CHECK(memory_bound(at_100, a6000));
    STATIC_CHECK(prints_as(peak_fraction(at_100, a6000), 0.42, 0.01));
}

TEST_CASE("10G is 1e10, 181 TFLOP/s are 1.81e14, 768 GB/s are 7.68e11") {
    STATIC_CHECK((10_GFLOPS).value() == 1e10);  // the chart: 1e7
    STATIC_CHECK((181_TFLOPS).value() == 1.81e14);  // 1.81e13
    STATIC_CHECK((768_GBps).value() == 7.68e11);  // 7.68e8
}

TEST_CASE("a bandwidth is no FLOP/s: it is no horizontal line of a roofline chart, but its slope") {
    // How a chart refuses it: tests/compile_fail/chart/a_bandwidth_as_a_horizontal_line.cpp.
    STATIC_CHECK(!std::is_convertible_v<units::bandwidth, units::performance>);
    STATIC_CHECK(100_FLOPpB * 768_GBps == 76.8_TFLOPS);
    STATIC_CHECK(1_FLOPpB * 768_GBps == 768_GFLOPS);
}

TEST_CASE("no bound of the 490 products lies above a ceiling, and each lies on one") {
    STATIC_CHECK(every_point([](const auto& product) {
        const double slope = (intensity(product) * rate<memory<dram>>(a6000)).value();
        const double peak = rate<matrix_math<fp16>>(a6000).value();
        const double bound = attainable(product, a6000).value(), lower = slope < peak ? slope : peak;
        return bound <= lower * (1 + 1e-12) && bound >= lower * (1 - 1e-12);
    }));
}

TEST_CASE("decoding reaches 63 FLOP/B and 48.5 TFLOP/s in up, gate and down: far from the peak, below every prompt") {
    STATIC_CHECK(prints_as(intensity(up(64)), 63.17_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(attainable(up(64), a6000), 48.5_TFLOPS, 0.1e12));
    STATIC_CHECK(prints_as(attainable(up(64), hw::a6000), 48.5_TFLOPS, 0.1e12));  // the memory is the same
    STATIC_CHECK(prints_as(peak_fraction(up(64), a6000), 0.27, 0.01));
    STATIC_CHECK(intensity(down(64)) == intensity(up(64)));
    // Of no configuration has decoding more intensity, or a higher bound, than the prompt.
    STATIC_CHECK(everywhere([](std::int64_t b, std::int64_t s) {
        return intensity(up(b)) < intensity(up(b * s)) && attainable(up(b), a6000) < attainable(up(b * s), a6000) &&
               intensity(qkv(b)) < intensity(qkv(b * s)) && attainable(qkv(b), a6000) < attainable(qkv(b * s), a6000);
    }));
}

TEST_CASE("prompts: the bound of qk and pv is 32.8 to 95.3 TFLOP/s, not below 10") {
    STATIC_CHECK(prints_as(attainable(qk(1, 128, 128), a6000), 32.8_TFLOPS, 0.1e12));
    STATIC_CHECK(prints_as(attainable(qk(1, 8192, 8192), a6000), 95.3_TFLOPS, 0.1e12));
    STATIC_CHECK(everywhere([](std::int64_t b, std::int64_t s) {
        return attainable(qk(b, s, s), a6000) == attainable(pv(b, s, s), a6000) &&
               attainable(qk(b, s, s), a6000) == attainable(qk(1, s, s), hw::a6000);
    }));
}

TEST_CASE("decoding: qk and pv have less than one FLOP/B, whatever the batch: the lowest of all points") {
    STATIC_CHECK(everywhere([](std::int64_t b, std::int64_t s) {
        return intensity(qk(b, 1, s)) < 1_FLOPpB && intensity(qk(b, 1, s)) == intensity(qk(1, 1, s)) &&
               intensity(qk(b, 1, s)) < intensity(qkv(b)) && intensity(qk(b, 1, s)) < intensity(up(b));
    }));
    STATIC_CHECK(prints_as(intensity(qk(1, 1, 128)), 0.985_FLOPpB, 0.001));
    STATIC_CHECK(prints_as(intensity(qk(1, 1, 8192)), 0.992_FLOPpB, 0.001));
}

TEST_CASE("most points are memory-bound, but it is the ridge that says which, not 100 FLOP/B") {
    constexpr auto count = [](auto is) {
        int points = 0;
        for (std::int64_t b = 1; b <= 64; b *= 2)
            for (std::int64_t s = 128; s <= 8192; s *= 2)
                points += is(qkv(b * s)) + is(qkv(b)) + is(up(b * s)) + is(up(b)) + is(qk(b, s, s)) + is(qk(b, 1, s));
        return points;
    };
    STATIC_CHECK(count([](const auto& product) { return memory_bound(product, a6000); }) == 198);
    STATIC_CHECK(count([](const auto& product) { return memory_bound(product, hw::a6000); }) == 198);
    STATIC_CHECK(count([](const auto& product) { return intensity(product) < 100_FLOPpB; }) == 168);
}
