// SPDX-License-Identifier: BSL-1.0
// A chart of LLaMA-33B on an A100 80GB PCIe, up, gate and down in decoding ("ar") and with 16 to 112 candidates of
// speculation: what it says, and what is true.
#include "llama33b.hpp"
#include "printed.hpp"

#include <published_machines.hpp>
#include <roofline/hardware/a100_pcie_80gb.hpp>
#include <static_check.hpp>

using namespace llama33b;
using published::a100_pcie;

TEST_CASE("312 TFLOP/s, 1935 GB/s and the ridge at 161 FLOP/B are right") {
    STATIC_CHECK(rate<matrix_math<fp16>>(a100_pcie) == rate<matrix_math<fp16>>(hw::a100_pcie_80gb));
    STATIC_CHECK(rate<memory<dram>>(a100_pcie) == rate<memory<dram>>(hw::a100_pcie_80gb));
    STATIC_CHECK(prints_as(ridge<matrix_math<fp16>>(a100_pcie), 161.24_FLOPpB, 0.01));
}

TEST_CASE("one sequence: the intensity of up or gate is a little less than the number of candidates") {
    STATIC_CHECK(prints_as(intensity(up(1)), 0.9998_FLOPpB, 0.0001));
    STATIC_CHECK(prints_as(intensity(up(16)), 15.95_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(up(48)), 47.53_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(up(80)), 78.70_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(up(112)), 109.47_FLOPpB, 0.01));
    for (const double rows : {1.0, 16.0, 48.0, 80.0, 112.0})
        CHECK(intensity(up(static_cast<std::int64_t>(rows))).value() ==
              doctest::Approx(1 / (1 / rows + 1.0 / hidden + 1.0 / intermediate)).epsilon(1e-12));
    STATIC_CHECK(intensity(down(80)) == intensity(up(80)));
}

TEST_CASE("up and gate are compute-bound from 167 rows on: sequences times candidates") {
    STATIC_CHECK(first_compute_bound(up, a100_pcie, 1, 100'000) == 167);
    STATIC_CHECK(first_compute_bound(down, a100_pcie, 1, 100'000) == 167);
    STATIC_CHECK(first_compute_bound(qkv, a100_pcie, 1, 100'000) == 170);
}

TEST_CASE("decoding has 1 to 63 FLOP/B and 1.9 to 122 TFLOP/s over its batches, not 1 to 8 and 1.2 to 10") {
    STATIC_CHECK(prints_as(intensity(up(64)), 63.17_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(attainable(up(1), a100_pcie), 1.9_TFLOPS, 0.1e12));
    STATIC_CHECK(prints_as(attainable(up(64), a100_pcie), 122_TFLOPS, 1e12));
    STATIC_CHECK(memory_bound(up(64), a100_pcie));
}

TEST_CASE("16 and 48 candidates of one sequence: 16 and 48 FLOP/B, memory-bound, as read off") {
    STATIC_CHECK(prints_as(intensity(up(16)), 16_FLOPpB, 1));
    STATIC_CHECK(prints_as(attainable(up(16), a100_pcie), 30.9_TFLOPS, 0.1e12));  // ~20 were read off
    STATIC_CHECK(prints_as(intensity(up(48)), 48_FLOPpB, 1));
    STATIC_CHECK(prints_as(attainable(up(48), a100_pcie), 92.0_TFLOPS, 0.1e12));  // ~60
    STATIC_CHECK(memory_bound(up(48), a100_pcie));
}

TEST_CASE("80 candidates have 78.7 FLOP/B in one sequence and 154.9 in two, but nowhere 120") {
    STATIC_CHECK(prints_as(intensity(up(80)), 78.7_FLOPpB, 0.1));
    STATIC_CHECK(prints_as(intensity(up(2 * 80)), 154.9_FLOPpB, 0.1));
    STATIC_CHECK(memory_bound(up(2 * 80), a100_pcie));
    STATIC_CHECK(compute_bound(up(4 * 80), a100_pcie));
}

TEST_CASE("112 candidates have 109 to 2894 FLOP/B, compute-bound from two sequences on") {
    STATIC_CHECK(prints_as(intensity(up(112)), 109.47_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(up(64 * 112)), 2894_FLOPpB, 1));
    STATIC_CHECK(memory_bound(up(112), a100_pcie));  // one sequence does not reach the ridge with any of the candidates
    STATIC_CHECK(compute_bound(up(2 * 112), a100_pcie));
}

TEST_CASE("250 to 280 TFLOP/s are 80 to 90 % of the peak") {
    STATIC_CHECK(prints_as(250_TFLOPS / rate<matrix_math<fp16>>(a100_pcie), 0.80, 0.01));
    STATIC_CHECK(prints_as(280_TFLOPS / rate<matrix_math<fp16>>(a100_pcie), 0.90, 0.01));
}

TEST_CASE("more candidates pay until there are 167 rows: a matter of the batch, not of 100 candidates") {
    constexpr auto gain = [](std::int64_t b) {
        return attainable(up(b * 112), a100_pcie) / attainable(up(b * 96), a100_pcie);
    };
    STATIC_CHECK(prints_as(gain(1), 1.16, 0.01));
    STATIC_CHECK(gain(2) == 1);
    STATIC_CHECK(gain(64) == 1);
}

TEST_CASE("attention: 16 and 64 candidates of 1024 tokens lift qk from 0.99 to 14 and 41 FLOP/B, for every batch") {
    STATIC_CHECK(prints_as(intensity(qk(16, 1, 1024)), 0.991_FLOPpB, 0.001));
    STATIC_CHECK(prints_as(intensity(qk(16, 16, 1024 + 16)), 14.03_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(qk(16, 64, 1024 + 64)), 41.06_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(qk(16, 64, 1024 + 64)) / intensity(qk(16, 1, 1024)), 41.4, 0.1));
    STATIC_CHECK(intensity(pv(1, 64, 1024 + 64)) == intensity(qk(16, 64, 1024 + 64)));
    // The heads share no weight, so that no batch and no number of candidates makes them compute-bound.
    STATIC_CHECK(everywhere([](std::int64_t b, std::int64_t s) {
        for (std::int64_t c = 16; c <= 112; c += 16)
            if (!memory_bound(qk(b, c, s + c), a100_pcie)) return false;
        return true;
    }));
}

TEST_CASE("prompts, beside it: up and gate cross the ridge from 256 tokens on, qk and pv never") {
    STATIC_CHECK(compute_bound(up(256), a100_pcie));
    STATIC_CHECK(memory_bound(up(128), a100_pcie));
    STATIC_CHECK(everywhere([](std::int64_t b, std::int64_t s) {
        return attainable(up(b * s), a100_pcie) <= 312_TFLOPS && memory_bound(qk(b, s, s), a100_pcie) &&
               memory_bound(qk(b, 1, s), a100_pcie);
    }));
}
