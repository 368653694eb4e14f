// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units/literals.hpp>

#include <string_view>
#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

// Rates in powers of two, so that every quotient below is exact.
constexpr double ki = 1024, mi = ki * ki, gi = ki * mi;
constexpr auto flops(double x) { return units::performance::from_value(x); }
constexpr auto bps(double x) { return units::bandwidth::from_value(x); }

constexpr auto npu = machine<"npu">(
    ceiling<matrix_math<bf16>>(flops(64 * gi), datasheet("x")), ceiling<matrix_math<fp8>>(flops(128 * gi), datasheet("x")),
    ceiling<vector_math<fp32>>(flops(4 * gi), datasheet("x")), ceiling<vector_math<fp16>>(flops(8 * gi), datasheet("x")),
    ceiling<special_math<special::exp2>>(flops(gi), datasheet("x")),
    ceiling<special_math<special::reciprocal>>(flops(gi), datasheet("x")),
    ceiling<memory<dram>>(bps(gi), datasheet("x")), ceiling<interconnect<scale_up>>(bps(gi / 4), datasheet("x")),
    unpublished<memory<llc>>(), unpublished<memory<shared>>(), capacity<memory<llc>>(4_MiB, datasheet("x")));

// The same, but its transcendentals run on the vector engine.
constexpr auto one_pipe = machine<"one pipe">(
    ceiling<matrix_math<bf16>>(flops(64 * gi), datasheet("x")), ceiling<vector_math<fp32>>(flops(4 * gi), datasheet("x")),
    ceiling<special_math<special::exp2>>(flops(gi), datasheet("x"), runs_on<vector_engine>),
    ceiling<memory<dram>>(bps(gi), datasheet("x")));

constexpr auto flop(double x) { return units::work::from_value(x); }
constexpr auto bytes(double x) { return units::traffic::from_value(x); }

template<class R, class S>
constexpr auto pair_of(units::work a, units::traffic b) {
    return op(demand<R>(a), demand<S>(b));
}

/// The typed placement, and whether the flat ones say the same.
template<class Op, class M, class... A>
constexpr bool flat_agrees(const Op& op, const M& m, A... a) {
    const auto typed = place(op, m, a...);
    const auto same = [&](const any_placement& flat) {
        if (flat.time != typed.time || !(flat.limit == typed.limit)) return false;
        if (flat.attainable() != typed.attainable() || flat.peak_fraction() != typed.peak_fraction()) return false;
        if (flat.work() != typed.work() || flat.assumption != typed.assumption) return false;
        if (flat.unpublished.size() != typed.unpublished.size()) return false;
        for (int i = 0; i < flat.unpublished.size(); ++i)
            if (!(flat.unpublished[i] == typed.unpublished[i])) return false;
        return true;
    };
    return same(place(any_operator(op), m, a...)) && same(place(op, any_machine(m), a...)) &&
           same(place(any_operator(op), any_machine(m), a...));
}

}  // namespace

TEST_CASE("the slowest resource gives the time and names the bound") {
    constexpr auto by_memory = pair_of<matrix_math<bf16>, memory<dram>>(flop(64 * gi), bytes(2 * gi));
    constexpr auto by_compute = pair_of<matrix_math<bf16>, memory<dram>>(flop(128 * gi), bytes(gi));
    STATIC_CHECK(place(by_memory, npu).time == 2_s);
    STATIC_CHECK(place(by_memory, npu).limit == resource_of<memory<dram>>);
    STATIC_CHECK(place(by_memory, npu).limit.name == "memory<dram>");
    STATIC_CHECK(place(by_memory, npu).memory_bound());
    STATIC_CHECK(!place(by_memory, npu).compute_bound());
    STATIC_CHECK(place(by_memory, npu).bound_by<memory<dram>>());
    STATIC_CHECK(place(by_compute, npu).time == 2_s);
    STATIC_CHECK(place(by_compute, npu).limit == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(place(by_compute, npu).compute_bound());
    STATIC_CHECK(flat_agrees(by_memory, npu));
    STATIC_CHECK(flat_agrees(by_compute, npu));
}

TEST_CASE("a link can bind") {
    constexpr auto all_reduce = op(demand<vector_math<fp32>>(flop(gi)), demand<memory<dram>>(bytes(gi / 2)),
                                   demand<interconnect<scale_up>>(bytes(gi / 2)));
    STATIC_CHECK(place(all_reduce, npu).time == 2_s);
    STATIC_CHECK(place(all_reduce, npu).limit == resource_of<interconnect<scale_up>>);
    STATIC_CHECK(!place(all_reduce, npu).memory_bound());
    STATIC_CHECK(!place(all_reduce, npu).compute_bound());
    STATIC_CHECK(flat_agrees(all_reduce, npu));
}

TEST_CASE("at the ridge compute binds, in whatever order the demands stand") {
    constexpr auto one = op(demand<matrix_math<bf16>>(flop(64 * gi)), demand<memory<dram>>(bytes(gi)));
    constexpr auto other = op(demand<memory<dram>>(bytes(gi)), demand<matrix_math<bf16>>(flop(64 * gi)));
    STATIC_CHECK(place(one, npu).limit == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(place(other, npu).limit == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(compute_bound(other, npu));
    STATIC_CHECK(place(other, npu).time == 1_s);
    STATIC_CHECK(place(other, npu).peak_fraction() == 1);
    STATIC_CHECK(flat_agrees(one, npu));
    STATIC_CHECK(flat_agrees(other, npu));
}

TEST_CASE("a tie of three does not depend on the order of demands") {
    constexpr auto m = demand<matrix_math<bf16>>(flop(64 * gi));
    constexpr auto v = demand<vector_math<fp32>>(flop(4 * gi));
    constexpr auto d = demand<memory<dram>>(bytes(gi));
    constexpr auto l = demand<interconnect<scale_up>>(bytes(gi / 4));
    constexpr auto expected = resource_of<matrix_math<bf16>>;
    STATIC_CHECK(place(op(m, v, d, l), npu).limit == expected);
    STATIC_CHECK(place(op(l, d, v, m), npu).limit == expected);
    STATIC_CHECK(place(op(d, m, l, v), npu).limit == expected);
    STATIC_CHECK(place(op(v, l, m, d), npu).limit == expected);
    STATIC_CHECK(place(op(d, l), npu).limit == resource_of<memory<dram>>);
    STATIC_CHECK(place(op(l, d), npu).limit == resource_of<memory<dram>>);
    STATIC_CHECK(flat_agrees(op(l, d, v, m), npu));
    STATIC_CHECK(flat_agrees(op(d, m, l, v), npu));
    STATIC_CHECK(flat_agrees(op(l, d), npu));
}

TEST_CASE("a tie between steps goes to compute, in any order") {
    constexpr auto computes = op(demand<matrix_math<bf16>>(flop(64 * gi)), demand<memory<dram>>(bytes(1)));
    constexpr auto moves = op(demand<matrix_math<bf16>>(flop(1)), demand<memory<dram>>(bytes(gi)));
    STATIC_CHECK(place(sequence(computes, moves), npu).limit == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(place(sequence(moves, computes), npu).limit == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(flat_agrees(sequence(moves, computes), npu));
    STATIC_CHECK(flat_agrees(sequence(computes, moves), npu));
}

TEST_CASE("resources on one engine add their times") {
    constexpr auto mixed = op(demand<matrix_math<bf16>>(flop(64 * gi)), demand<matrix_math<fp8>>(flop(64 * gi)),
                              demand<memory<dram>>(bytes(gi)));
    STATIC_CHECK(place(mixed, npu).time == 1.5_s);  // 1 s of bf16 and half a second of fp8
    STATIC_CHECK(place(mixed, npu).limit == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(place(mixed, npu).peak_fraction() == 1);
    STATIC_CHECK(flat_agrees(mixed, npu));
}

TEST_CASE("the busiest engine binds, and on it the resource with the longest share") {
    // Neither vector precision alone is as long as DRAM; together they are longer.
    constexpr auto both = op(demand<vector_math<fp16>>(flop(4 * gi)), demand<vector_math<fp32>>(flop(3 * gi)),
                             demand<memory<dram>>(bytes(gi)));
    STATIC_CHECK(place(both, npu).time == 1.25_s);
    STATIC_CHECK(place(both, npu).limit == resource_of<vector_math<fp32>>);
    constexpr auto turned = op(demand<memory<dram>>(bytes(gi)), demand<vector_math<fp32>>(flop(3 * gi)),
                               demand<vector_math<fp16>>(flop(4 * gi)));
    STATIC_CHECK(place(turned, npu).limit == resource_of<vector_math<fp32>>);
    STATIC_CHECK(place(turned, npu).time == 1.25_s);
    STATIC_CHECK(flat_agrees(both, npu));
    STATIC_CHECK(flat_agrees(turned, npu));
}

TEST_CASE("transcendentals run beside the vector engine unless the machine says that they share it") {
    constexpr auto softmax = op(demand<vector_math<fp32>>(flop(4 * gi)), demand<special_math<special::exp2>>(flop(gi / 2)),
                                demand<memory<dram>>(bytes(gi / 8)));
    STATIC_CHECK(place(softmax, npu).time == 1_s);
    STATIC_CHECK(place(softmax, one_pipe).time == 1.5_s);
    STATIC_CHECK(place(softmax, npu).limit == resource_of<vector_math<fp32>>);
    STATIC_CHECK(place(softmax, one_pipe).limit == resource_of<vector_math<fp32>>);
    STATIC_CHECK(flat_agrees(softmax, npu));
    STATIC_CHECK(flat_agrees(softmax, one_pipe));
}

TEST_CASE("special functions share the unit and can bind") {
    constexpr auto gate = op(demand<vector_math<fp32>>(flop(3 * gi)), demand<special_math<special::exp2>>(flop(gi)),
                             demand<special_math<special::reciprocal>>(flop(gi)), demand<memory<dram>>(bytes(gi)));
    STATIC_CHECK(place(gate, npu).time == 2_s);
    STATIC_CHECK(place(gate, npu).limit == resource_of<special_math<special::exp2>>);  // a tie goes by name
    STATIC_CHECK(place(gate, npu).compute_bound());
    STATIC_CHECK(flat_agrees(gate, npu));
}

TEST_CASE("an unpublished resource does not limit, and the placement lists it") {
    constexpr auto with_cache = op(demand<matrix_math<bf16>>(flop(gi)), demand<memory<shared>>(bytes(1000 * gi)),
                                   demand<memory<llc>>(bytes(1000 * gi)), demand<memory<dram>>(bytes(gi)));
    constexpr auto p = place(with_cache, npu);
    STATIC_CHECK(p.time == 1_s);
    STATIC_CHECK(p.unpublished.size() == 2);
    STATIC_CHECK(p.unpublished[0] == resource_of<memory<shared>>);
    STATIC_CHECK(p.unpublished[1] == resource_of<memory<llc>>);
    STATIC_CHECK(place(pair_of<matrix_math<bf16>, memory<dram>>(1_FLOP, 1_B), npu).unpublished.empty());
    STATIC_CHECK(p.traffic<memory<llc>>() == bytes(1000 * gi));
    STATIC_CHECK(flat_agrees(with_cache, npu));
    int listed = 0;
    for (const resource& r : p.unpublished) listed += r.is_memory();
    CHECK(listed == 2);
}

TEST_CASE("a placement answers what is asked of it") {
    constexpr auto kernel = op(demand<matrix_math<bf16>>(flop(32 * gi)), demand<vector_math<fp32>>(flop(gi)),
                               demand<memory<dram>>(bytes(2 * gi)));
    constexpr auto p = place(kernel, npu);
    STATIC_CHECK(p.time == 2_s);
    STATIC_CHECK(p.work() == flop(32 * gi));
    STATIC_CHECK(p.traffic() == bytes(2 * gi));
    STATIC_CHECK(p.intensity() == 16_FLOPpB);
    STATIC_CHECK(p.attainable() == flops(16 * gi));
    STATIC_CHECK(p.peak_fraction() == 0.25);
    STATIC_CHECK(p.utilization<matrix_math<bf16>>() == 0.25);
    STATIC_CHECK(p.utilization<vector_math<fp32>>() == 0.125);
    STATIC_CHECK(p.utilization<memory<dram>>() == 1);
    constexpr auto flat = place(any_operator(kernel), any_machine(npu));
    STATIC_CHECK(flat.intensity() == 16_FLOPpB);
    STATIC_CHECK(flat.traffic() == bytes(2 * gi));
    STATIC_CHECK(flat.utilization<vector_math<fp32>>() == 0.125);
    STATIC_CHECK(flat.utilization(resource_of<memory<dram>>) == 1);
    STATIC_CHECK(flat_agrees(kernel, npu));
}

TEST_CASE("attainable performance is the roofline: the lesser of peak and intensity times bandwidth") {
    constexpr auto low = matmul(tensor<bf16, 1, 4096>{}, tensor<bf16, 4096, 4096>{});
    constexpr auto high = matmul(tensor<bf16, 4096, 4096>{}, tensor<bf16, 4096, 4096>{});
    STATIC_CHECK(attainable(low, npu) / (intensity(low) * rate<memory<dram>>(npu)) > 1 - 1e-15);
    STATIC_CHECK(attainable(low, npu) / (intensity(low) * rate<memory<dram>>(npu)) < 1 + 1e-15);
    STATIC_CHECK(attainable(high, npu) == rate<matrix_math<bf16>>(npu));
    STATIC_CHECK(place(high, npu).peak_fraction() == 1);
    STATIC_CHECK(intensity(low) < ridge<matrix_math<bf16>>(npu));
    STATIC_CHECK(intensity(high) > ridge<matrix_math<bf16>>(npu));
}

TEST_CASE("peak fraction is of the matrix engine where there is matrix work, else of the busier of vector and special") {
    constexpr auto with_matrix = op(demand<matrix_math<bf16>>(flop(16 * gi)), demand<vector_math<fp32>>(flop(4 * gi)),
                                    demand<memory<dram>>(bytes(gi / 2)));
    STATIC_CHECK(place(with_matrix, npu).peak_fraction() == 0.25);
    constexpr auto without = op(demand<vector_math<fp32>>(flop(gi)), demand<special_math<special::exp2>>(flop(gi / 2)),
                                demand<memory<dram>>(bytes(gi)));
    STATIC_CHECK(place(without, npu).peak_fraction() == 0.5);
    STATIC_CHECK(place(op(demand<memory<dram>>(bytes(gi))), npu).peak_fraction() == 0);
    STATIC_CHECK(flat_agrees(with_matrix, npu));
    STATIC_CHECK(flat_agrees(without, npu));
    STATIC_CHECK(flat_agrees(op(demand<memory<dram>>(bytes(gi))), npu));
}

TEST_CASE("of a composite, time is the sum over steps and limit has the largest share of it") {
    constexpr auto computes = op(demand<matrix_math<bf16>>(flop(64 * gi)), demand<memory<dram>>(bytes(gi / 2)));  // 1 s
    constexpr auto moves = op(demand<vector_math<fp32>>(flop(gi)), demand<memory<dram>>(bytes(gi / 2)));          // 0.5 s
    constexpr auto all = sequence(moves, computes, moves, moves);
    constexpr auto p = place(all, npu);
    STATIC_CHECK(p.time == 2.5_s);
    STATIC_CHECK(p.limit == resource_of<memory<dram>>);  // 1.5 s of the 2.5
    STATIC_CHECK(p.work() == flop(64 * gi));
    STATIC_CHECK(p.traffic() == bytes(2 * gi));
    STATIC_CHECK(p.intensity() == 32_FLOPpB);
    STATIC_CHECK(p.attainable() == flops(64 * gi / 2.5));
    STATIC_CHECK(p.utilization<memory<dram>>() == 0.8);
    STATIC_CHECK(p.peak_fraction() == 0.4);
    STATIC_CHECK(flat_agrees(all, npu));
    STATIC_CHECK(flat_agrees(repeat(all, 3), npu));
    STATIC_CHECK(place(repeat(all, 3), npu).time == 7.5_s);
    STATIC_CHECK(flat_agrees(sequence(repeat(computes, 2), repeat(moves, 5)), npu));
    STATIC_CHECK(place(sequence(repeat(computes, 2), repeat(moves, 5)), npu).limit == resource_of<memory<dram>>);
    STATIC_CHECK(place(overlap(moves, computes, moves, moves), npu).time == 2_s);
}

TEST_CASE("placeable answers without an error") {
    using machine_type = decltype(npu);
    using gemm = decltype(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}));
    using gemm_fp4 = decltype(matmul(tensor<nvfp4, 4, 8>{}, tensor<nvfp4, 8, 3>{}));
    using cached = decltype(op(demand<memory<llc>>(1_B), demand<memory<dram>>(1_B)));
    using only_unpublished = decltype(op(demand<memory<llc>>(1_B)));
    using norm = decltype(rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}));
    STATIC_CHECK(placeable<gemm, machine_type>);
    STATIC_CHECK(placeable<const gemm&, const machine_type&>);
    STATIC_CHECK(placeable<cached, machine_type>);
    STATIC_CHECK(placeable<decltype(matmul(tensor<bf16, dyn, 8>{1}, tensor<bf16, 8, 3>{})), machine_type>);
    STATIC_CHECK(!placeable<gemm_fp4, machine_type>);
    STATIC_CHECK(!placeable<norm, machine_type>);  // no ceiling for rsqrt
    STATIC_CHECK(!placeable<only_unpublished, machine_type>);
    STATIC_CHECK(!placeable<decltype(sequence(gemm{}, gemm_fp4{})), machine_type>);
    STATIC_CHECK(!placeable<int, machine_type>);
    STATIC_CHECK(!placeable<gemm, int>);
    STATIC_CHECK(!placeable<gemm, gemm>);
}
