// SPDX-License-Identifier: BSL-1.0
// A chart of GPT-2 large on an RTX 4090, plain decoding and staged speculation: what it says, and what is true.
#include "printed.hpp"

#include <roofline/hardware/rtx_4090.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

#include <published_machines.hpp>
#include <static_check.hpp>

using namespace roofline;
using published::rtx_4090;

namespace {

/// The two points of the chart, read off.
constexpr auto baseline_intensity = 1_FLOPpB, staged_intensity = 40_FLOPpB;
constexpr auto baseline = 200_GFLOPS, staged = 700_GFLOPS;

/// What the memory of a machine allows at an intensity left of its ridge.
template<class M>
constexpr auto slope(const units::intensity& at, const M& m) {
    return at * rate<memory<dram>>(m);
}

}  // namespace

TEST_CASE("the knee is at 163.9 FLOP/B with fp32 accumulation and at 327.7 with fp16, not near 200") {
    STATIC_CHECK(rate<memory<dram>>(hw::rtx_4090) == 1008_GBps);
    STATIC_CHECK(rate<matrix_math<fp16>>(hw::rtx_4090) == 165.2_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp16>>(hw::rtx_4090) == 330.3_TFLOPS);
    STATIC_CHECK(prints_as(ridge<matrix_math<fp16>>(hw::rtx_4090), 163.9_FLOPpB, 0.1));
    STATIC_CHECK(prints_as(ridge<matrix_math<fp16, fp16>>(hw::rtx_4090), 327.7_FLOPpB, 0.1));
    STATIC_CHECK(ridge<matrix_math<fp16>>(rtx_4090) == 200_FLOPpB);
    STATIC_CHECK(rate<matrix_math<fp16>>(rtx_4090) > rate<matrix_math<fp16>>(hw::rtx_4090));
    STATIC_CHECK(rate<matrix_math<fp16>>(rtx_4090) < rate<matrix_math<fp16, fp16>>(hw::rtx_4090));
}

TEST_CASE("both points are left of every knee, so that the memory is their roof") {
    STATIC_CHECK(staged_intensity < ridge<matrix_math<fp16>>(hw::rtx_4090));
    STATIC_CHECK(prints_as(slope(baseline_intensity, hw::rtx_4090), 1.008_TFLOPS, 0.001e12));
    STATIC_CHECK(prints_as(slope(staged_intensity, hw::rtx_4090), 40.32_TFLOPS, 0.01e12));
}

TEST_CASE("staged speculation attains 1.7 % of its roof and the baseline 19.8 %: it is further away") {
    STATIC_CHECK(prints_as(baseline / slope(baseline_intensity, hw::rtx_4090), 0.198, 0.001));
    STATIC_CHECK(prints_as(staged / slope(staged_intensity, hw::rtx_4090), 0.017, 0.001));
    // On the roof as drawn, 1 TB/s, it is no nearer.
    STATIC_CHECK(prints_as(baseline / slope(baseline_intensity, rtx_4090), 0.2, 0.001));
    STATIC_CHECK(prints_as(staged / slope(staged_intensity, rtx_4090), 0.0175, 0.0001));
}

TEST_CASE("3.5 times as fast at 40 times the intensity") {
    STATIC_CHECK(prints_as(staged / baseline, 3.5, 0.1));
    STATIC_CHECK(staged_intensity / baseline_intensity == 40);
    // A kernel on the roof would have become 40 times as fast.
    STATIC_CHECK(slope(staged_intensity, hw::rtx_4090) == 40.0 * slope(baseline_intensity, hw::rtx_4090));
}

TEST_CASE("a decode step of GPT-2 large has 1 FLOP/B, as the baseline is drawn") {
    constexpr auto step = decode(models::gpt2_large, 1, 128, uniform<fp16>);
    STATIC_CHECK(prints_as(work(step) / traffic(step), 1_FLOPpB, 0.1));
    STATIC_CHECK(memory_bound(step, hw::rtx_4090));
}

TEST_CASE("its bytes allow 651 tokens a second at batch 1; 150 are 0.14 % of the peak") {
    constexpr double weights = 774'030'080;
    STATIC_CHECK(parameters(models::gpt2_large) == weights);
    STATIC_CHECK(prints_as(rate<memory<dram>>(hw::rtx_4090).value() / (weights * 2), 651.1, 0.1));
    constexpr units::performance at_150 = units::performance::from_value(2 * weights * 150);
    STATIC_CHECK(prints_as(at_150 / rate<matrix_math<fp16>>(hw::rtx_4090), 0.001406, 0.000001));
    STATIC_CHECK(prints_as(at_150, 232_GFLOPS, 1e9));  // the baseline is drawn at 200
}
