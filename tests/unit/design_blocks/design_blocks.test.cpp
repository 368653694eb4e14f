// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/roofline.hpp>

// The usual system headers, whose names must not meet ours.
#include <cmath>
#include <cstdint>
#include <fcntl.h>
#include <stdlib.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

// The code blocks of the design, as they stand there; documents quote the regions.

namespace design_units {

// [units]
using namespace roofline;            using namespace roofline::literals;
constexpr units::work        w = 9.66_GFLOP;     constexpr units::traffic   q = 25.6_MB;
constexpr units::intensity   i = w / q;          constexpr units::bandwidth b = 1935_GBps;
constexpr units::performance p = 312_TFLOPS;     constexpr units::duration  t = w / p;
static_assert(1_B == 8_bit && 1_GiB == 1073741824_B && 1_GB == 1e9 * units::byte);
// w + q, p = 312_TFLOP, b < p: do not compile
// [/units]

}  // namespace design_units

using namespace roofline;

namespace design_tensors {

// [tensors]
constexpr tensor<nvfp4, 128, 1536>   x;                 // static extents
constexpr tensor<nvfp4, 1536, 24576> weight;
constexpr auto q_b = matmul(x, weight, out<bf16>);      // (128,1536) x (1536,24576) -> (128,24576), FP4 math
static_assert(work(q_b) == 9663676416_FLOP);
static_assert(intensity(q_b) < 350_FLOPpB);
constexpr auto w4a16 = matmul(tensor<bf16, 128, 1536>{}, weight);                  // bf16 math: the wider operand
constexpr auto as_published = matmul(tensor<bf16, 128, 1536>{}, weight, math<fp4>, out<bf16>);
// [/tensors]

auto with_any_batch(std::int64_t batch) {
    // [any_batch]
    auto any_batch = matmul(tensor<nvfp4, dyn, 1536>{batch}, weight, out<bf16>);       // same code, run-time extent
    // [/any_batch]
    return any_batch;
}

}  // namespace design_tensors

namespace design_chains {

constexpr tensor<bf16, 128, 7168> x;
constexpr tensor<bf16, 7168, 4096> w13;
constexpr tensor<bf16, 2048, 7168> w2;

// [chains]
constexpr auto gate_up = matmul(x, w13);                         // (128,7168) x (7168,4096) -> (128,4096)
constexpr auto act     = silu_and_mul(gate_up.result());         // (128,4096) -> (128,2048)
constexpr auto mlp     = sequence(gate_up, act, matmul(act.result(), w2));
constexpr auto fused   = sequence(fuse(gate_up, act), matmul(act.result(), w2));  // no round trip of gate_up
static_assert(min_time(fused, hw::h100_sxm) < min_time(mlp, hw::h100_sxm));
// [/chains]

}  // namespace design_chains

namespace design_own_operator {

constexpr tensor<fp16, 128, 7168> x;
constexpr tensor<fp16, 128, 4096> y;

// [own_operator]
constexpr auto my_kernel = op(demand<matrix_math<fp16>>(2_TFLOP), demand<memory<dram>>(3_GB));
constexpr auto chained   = op(demand<matrix_math<fp16>>(2_TFLOP), demand<memory<dram>>(3_GB), takes(x), gives(y));
// [/own_operator]

}  // namespace design_own_operator

namespace design_machine {

// [machine]
inline constexpr auto npu = machine<"Acme NPU 2">(
    ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("Acme NPU 2 brief, table 3")),
    ceiling<vector_math<fp32>>(12_TFLOPS,  measured("stress kernel, 2026-05")),
    ceiling<memory<dram>>(1.2_TBps,        datasheet("Acme NPU 2 brief, table 4")),
    capacity<memory<dram>>(64_GB,          datasheet("Acme NPU 2 brief, table 4")));
// [/machine]

}  // namespace design_machine

namespace design_queries {

using design_tensors::q_b;

// What the block takes for granted: a compute-bound operator, a collective, a node, two attentions, a weight.
constexpr auto big = matmul(tensor<bf16, 8192, 8192>{}, tensor<bf16, 8192, 8192>{});
constexpr auto all_reduce_op = op(demand<interconnect<scale_up>>(1_GB), demand<memory<dram>>(2_GB));
constexpr auto node = machine<"node">(ceiling<memory<dram>>(3.35_TBps, datasheet("H100 data sheet")),
                                      ceiling<interconnect<scale_up>>(450_GBps, datasheet("H100 data sheet")));
constexpr auto naive = op(demand<matrix_math<bf16>>(1_TFLOP), demand<memory<dram>>(20_GB));
constexpr auto flash = op(demand<matrix_math<bf16>>(1_TFLOP), demand<memory<dram>>(1_GB));
constexpr tensor<nvfp4, 512, 32768> kv_b;

// [place]
constexpr auto p = place(q_b, hw::gb200);
// [/place]

// [queries]
static_assert(p.limit == resource_of<memory<dram>>);              // p.limit.name reads "memory<dram>"
static_assert(memory_bound(q_b, hw::gb200));   static_assert(compute_bound(big, hw::h100_sxm));
static_assert(bound_by<interconnect<scale_up>>(all_reduce_op, node));
static_assert(ridge<matrix_math<fp4>>(hw::gb200) == 1250_FLOPpB);   // ridge<C, L = memory<dram>>; an unpublished level is an error
static_assert(speedup(naive, flash, hw::a100_sxm_80gb) > 2.5);
constexpr auto m = first_compute_bound([](std::int64_t b) { return matmul(tensor<bf16, dyn, 512>{b}, kv_b, math<fp4>); },
                                       hw::gb200, 1, 1'000'000);
static_assert(!m);                             // no batch ever makes it compute-bound
// [/queries]

}  // namespace design_queries

TEST_CASE("the blocks of the design hold") {
    using namespace design_queries;
    STATIC_CHECK(design_units::t == design_units::w / design_units::p);
    STATIC_CHECK(design_units::i * design_units::b > 700_TFLOPS);
    STATIC_CHECK(demand_on<matrix_math<bf16>>(design_tensors::w4a16) == work(design_tensors::q_b));
    STATIC_CHECK(demand_on<matrix_math<fp4>>(design_tensors::as_published) == work(design_tensors::q_b));
    STATIC_CHECK(p.limit.name == "memory<dram>");
    STATIC_CHECK(p.time == min_time(q_b, hw::gb200));
    STATIC_CHECK(p.attainable() == p.intensity() * 8_TBps);  // work / time, but rounded once
    STATIC_CHECK(p.intensity() == intensity(q_b));
    STATIC_CHECK(p.peak_fraction() < 1);
    STATIC_CHECK(p.unpublished.empty());
    STATIC_CHECK(work(design_own_operator::my_kernel) == 2_TFLOP);
    STATIC_CHECK(fusible<decltype(op(demand<memory<dram>>(1_GB), gives(design_own_operator::x))),
                         decltype(design_own_operator::chained)>);
    STATIC_CHECK(ridge<matrix_math<bf16>>(design_machine::npu) == 400_TFLOPS / 1.2_TBps);
    CHECK(work(design_tensors::with_any_batch(128)) == work(q_b));
    CHECK(traffic(design_tensors::with_any_batch(128)) == traffic(q_b));
}

TEST_CASE("the questions of the design can all be asked") {
    using design_queries::q_b;
    STATIC_CHECK(place(q_b, hw::gb200, any_cache).time <= place(q_b, hw::gb200, cold).time);
    STATIC_CHECK(min_time(q_b, hw::gb200, any_cache) <= min_time(q_b, hw::gb200));
    STATIC_CHECK(attainable(q_b, hw::gb200) == intensity(q_b) * 8_TBps);
    STATIC_CHECK(attainable(q_b, hw::gb200) / (work(q_b) / min_time(q_b, hw::gb200)) > 1 - 1e-15);
    STATIC_CHECK(intensity(q_b) == work(q_b) / traffic(q_b));
    constexpr auto cached = op(demand<memory<llc>>(5_MB), demand<memory<dram>>(1_MB));
    STATIC_CHECK(traffic<memory<llc>>(cached) == 5_MB);
}

TEST_CASE("the sentence of the design about a missing ceiling") {
    constexpr auto mi250x = machine<"MI250X">(
        ceiling<matrix_math<fp64>>(95.7_TFLOPS, datasheet("x")), ceiling<matrix_math<fp32>>(95.7_TFLOPS, datasheet("x")),
        ceiling<matrix_math<fp16>>(383_TFLOPS, datasheet("x")), ceiling<matrix_math<bf16>>(383_TFLOPS, datasheet("x")),
        ceiling<matrix_math<i8>>(383_TFLOPS, datasheet("x")), ceiling<memory<dram>>(3.2_TBps, datasheet("x")));
    const any_operator in_fp8 = matmul(tensor<fp8_e4m3, 4, 8>{}, tensor<fp8_e4m3, 8, 3>{});
    CHECK_THROWS_WITH_AS(place(in_fp8, mi250x),
                         // [missing_ceiling]
                         "MI250X publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: fp64 fp32 fp16 bf16 i8",
                         // [/missing_ceiling]
                         unsupported);
}
