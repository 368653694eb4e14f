// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <string_view>

using namespace roofline;
using namespace roofline::literals;

namespace {

// One byte of DRAM a second, everything else at once.
constexpr auto npu = machine<"npu">(
    ceiling<matrix_math<bf16>>(1_EFLOPS, datasheet("x")), ceiling<vector_math<fp32>>(1_EFLOPS, datasheet("x")),
    ceiling<special_math<special::exp2>>(1_EFLOPS, datasheet("x")),
    ceiling<special_math<special::reciprocal>>(1_EFLOPS, datasheet("x")),
    ceiling<memory<dram>>(units::bandwidth::from_value(1), datasheet("x")), capacity<memory<llc>>(8_KiB, datasheet("x")));
constexpr auto without_size = machine<"no size">(ceiling<matrix_math<bf16>>(1_TFLOPS, datasheet("x")),
                                                 ceiling<memory<dram>>(1_TBps, datasheet("x")));

constexpr tensor<bf16, 16, 32> x;
constexpr tensor<bf16, 32, 64> w13;
constexpr tensor<bf16, 32, 8> w2;
constexpr auto up = matmul(x, w13);                // (16,32) x (32,64) -> (16,64)
constexpr auto act = silu_and_mul(up.result());    // (16,64) -> (16,32)
constexpr auto down = matmul(act.result(), w2);    // (16,32) x (32,8) -> (16,8)
constexpr auto y = down.result();

/// Bytes of DRAM that are left: the time at one byte a second.
template<class Op, class... T>
constexpr units::traffic moved(const Op& op, const T&... named) {
    return units::traffic::from_value(min_time(op, npu, resident(named...)).value());
}

}  // namespace

TEST_CASE("operands that stay in the cache are not read, a result that stays is not written") {
    STATIC_CHECK(min_time(down, npu) == min_time(down, npu, cold));
    STATIC_CHECK(moved(down, w2) == traffic(down) - footprint(w2));
    STATIC_CHECK(moved(down, y) == traffic(down) - footprint(y));
    STATIC_CHECK(moved(down, w2, y) == traffic(down) - footprint(w2) - footprint(y));
    STATIC_CHECK(moved(down, y, w2) == moved(down, w2, y));
    STATIC_CHECK(moved(down, w2, w2) == moved(down, w2));
    STATIC_CHECK(compute_bound(down, npu, resident(act.result(), w2, y)));
    STATIC_CHECK(compute_bound(add(x, x), npu, resident(x)));  // (16,32) is operand and result
}

TEST_CASE("a weight is spared as it was read, blocked along K") {
    constexpr tensor<mxfp4, 16, 6> w;
    constexpr auto op = matmul(tensor<bf16, 4, 16>{}, w, math<bf16>);
    STATIC_CHECK(weight_footprint(w) != footprint(w));
    STATIC_CHECK(moved(op, w) == traffic(op) - weight_footprint(w));
}

TEST_CASE("an operand that is read in part is spared at the bytes that were counted") {
    constexpr tensor<bf16, 1024, 1024> pool;  // 2 MiB, which the cache could not hold
    constexpr auto gather =
        detail::make_operation(demands<step<memory<dram>>>{{{{310, 10}}}}, tensor<i8, 10>{},
                               detail::tensors<detail::partly<tensor<bf16, 1024, 1024>>>{{pool, 300}, {}});
    STATIC_CHECK(moved(gather, pool) == 10_B);
}

TEST_CASE("in a sequence an intermediate is neither written nor read") {
    constexpr auto mlp = sequence(up, act, down);
    STATIC_CHECK(moved(mlp, up.result()) == traffic(mlp) - 2 * footprint(up.result()));
    STATIC_CHECK(moved(mlp, y) == traffic(mlp) - footprint(y));
    STATIC_CHECK(moved(mlp, w2) == traffic(mlp) - footprint(w2));
    // x looks like the result of act.
    STATIC_CHECK(moved(mlp, x) == traffic(mlp) - 3 * footprint(x));
    STATIC_CHECK(moved(sequence(sequence(up, act), down), up.result()) == moved(mlp, up.result()));
    STATIC_CHECK(moved(sequence(up, sequence(act, down)), w2, y) == moved(mlp, w2, y));
    // Step by step, as the placement adds up steps.
    STATIC_CHECK(place(mlp, npu, resident(w2)).time ==
                 min_time(up, npu) + min_time(act, npu) + min_time(down, npu, resident(w2)));
}

TEST_CASE("what is launched several times is spared each time") {
    STATIC_CHECK(moved(repeat(up, 10), w13) == 10 * moved(up, w13));
    STATIC_CHECK(moved(repeat(sequence(up, act), 10), up.result()) == 10 * moved(sequence(up, act), up.result()));
    STATIC_CHECK(moved(overlap(repeat(up, 10), act), w13) == 10 * moved(up, w13) + traffic(act));
    STATIC_CHECK(moved(overlap(repeat(up, 10)), up.result()) == 10 * moved(up, up.result()));
    STATIC_CHECK(moved(sequence(repeat(up, 3), act), up.result()) == 3 * moved(up, up.result()) + moved(act, up.result()));
}

TEST_CASE("a fused kernel has no intermediate to keep, an overlap keeps all") {
    constexpr auto fused = fuse(up, act);
    STATIC_CHECK(moved(fused, w13) == traffic(fused) - footprint(w13));
    STATIC_CHECK(!placeable<decltype(fused), decltype(npu), resident_assumption<tensor<bf16, 16, 64>>>);
    STATIC_CHECK(placeable<decltype(sequence(up, act)), decltype(npu), resident_assumption<tensor<bf16, 16, 64>>>);
    STATIC_CHECK(moved(overlap(up, act), up.result()) == traffic(up) + traffic(act) - 2 * footprint(up.result()));
    STATIC_CHECK(moved(fuse(repeat(up, 3), act), up.result()) == moved(fused, w13) + 3 * footprint(w13) + 2 * footprint(x));
}

TEST_CASE("a tensor that is written beside the result is spared too") {
    constexpr auto list = demands<step<memory<dram>>>{{{{2058, 1034}}}};
    using state = tensor<bf16, 16, 32>;  // 1024 bytes, read and written
    constexpr auto update =
        detail::make_operation(list, tensor<i8, 10>{}, detail::tensors<state, detail::also_written<state>>{});
    STATIC_CHECK(moved(update, state{}) == 10_B);
    STATIC_CHECK(moved(sequence(update, up), state{}) == 10_B + traffic(up) - footprint(x));
}

TEST_CASE("the scores of a materialized attention pass between its kernels") {
    constexpr tensor<bf16, 2, 4, 8, 16> q;
    constexpr tensor<bf16, 2, 32, 2, 16> kv;
    constexpr tensor<bf16, 2, 8, 4, 32> scores;  // (b,n,s,S): 4 KiB
    constexpr auto three = attention(q, kv, kv, causal, materialized);
    STATIC_CHECK(moved(three, scores) == traffic(three) - 4 * footprint(scores));
    STATIC_CHECK(moved(sequence(three, three), scores) == 2 * moved(three, scores));
    // Less the scores, two reads of what looks like k, q and the result, which looks like q.
    STATIC_CHECK(traffic(three) == 4 * footprint(scores) + 2 * footprint(kv) + 2 * footprint(q));
    STATIC_CHECK(moved(three, scores, q) == 2 * footprint(kv));
    using fused = decltype(attention(q, kv, kv, causal));
    STATIC_CHECK(!placeable<fused, decltype(npu), resident_assumption<tensor<bf16, 2, 8, 4, 32>>>);

    constexpr auto wide = attention(q, kv, kv, materialized, score_format<fp32>);
    STATIC_CHECK(moved(wide, tensor<fp32, 2, 8, 4, 32>{}) == traffic(wide) - 4 * footprint(tensor<fp32, 2, 8, 4, 32>{}));

    const tensor<bf16, dyn, dyn, 8, 16> late_q{2, 4};
    const tensor<bf16, 2, dyn, 2, 16> late_kv{32};
    const auto late = attention(late_q, late_kv, late_kv, causal, materialized);  // a batch is known
    CHECK(moved(late, tensor<bf16, 2, 8, dyn, dyn>{4, 32}) == moved(three, scores));
    CHECK_THROWS_AS(moved(late, tensor<bf16, 2, 8, dyn, dyn>{4, 33}), unsupported);
}

TEST_CASE("every question takes it") {
    constexpr auto all = resident(act.result(), w2, y);
    STATIC_CHECK(memory_bound(down, npu, resident(w2)));
    STATIC_CHECK(!memory_bound(down, npu, all));
    STATIC_CHECK(compute_bound(down, npu, all));
    STATIC_CHECK(bound_by<matrix_math<bf16>>(down, npu, all));
    STATIC_CHECK(attainable(down, npu, all) == 1_EFLOPS);
    STATIC_CHECK(peak_fraction(down, npu, all) == 1);
    STATIC_CHECK(utilization<memory<dram>>(down, npu, all) == 0);
    STATIC_CHECK(speedup(down, down, npu, resident(w2)) == 1);
    const auto make = [](std::int64_t m) { return matmul(tensor<bf16, dyn, 32>{m}, w2); };
    CHECK_FALSE(first_compute_bound(make, npu, 1, 64, resident(w2)));
}

TEST_CASE("a placement carries the assumption, and amounts that are the operator's own") {
    constexpr auto p = place(down, npu, resident(w2));
    STATIC_CHECK(p.assumption == "resident");
    STATIC_CHECK(resident_assumption<>::meaning == "the named operands and results stay in the last-level cache");
    STATIC_CHECK(p.traffic() == traffic(down));
    STATIC_CHECK(p.intensity() == intensity(down));
    STATIC_CHECK(p.time == min_time(down, npu, resident(w2)));
}

TEST_CASE("run-time extents and machines give the same times") {
    const tensor<bf16, dyn, 32> rows{16};
    const auto u = matmul(rows, w13);
    const auto a = silu_and_mul(u.result());
    const auto d = matmul(a.result(), w2);
    CHECK(moved(u, w13) == moved(up, w13));
    CHECK(moved(u, rows) == moved(up, x));
    CHECK(moved(sequence(u, a, d), u.result()) == moved(sequence(up, act, down), up.result()));
    CHECK(moved(sequence(u, a, d), d.result(), w2) == moved(sequence(up, act, down), y, w2));
    const any_machine flat = npu;
    CHECK(min_time(sequence(u, a, d), flat, resident(u.result())).value() ==
          moved(sequence(up, act, down), up.result()).value());
    CHECK(place(down, flat, resident(w2)).time == min_time(down, npu, resident(w2)));
    CHECK(place(down, flat, resident(w2)).traffic() == traffic(down));
    CHECK(place(down, flat, resident(w2)).assumption == "resident");
    CHECK(memory_bound(down, flat, resident(w2)));
    CHECK(bound_by<memory<dram>>(down, flat, resident(w2)));
}

TEST_CASE("a tensor with other run-time extents is refused with what there is") {
    const auto u = matmul(tensor<bf16, dyn, 32>{16}, w13);
    constexpr const char* sentence =
        "resident names bf16 (17,32); the operator gives bf16 (16,64) and moves besides bf16 (16,32), bf16 (32,64)";
    CHECK_THROWS_WITH_AS(min_time(u, npu, resident(tensor<bf16, dyn, 32>{17})), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(u, any_machine(npu), resident(tensor<bf16, dyn, 32>{17})), sentence, unsupported);
    using op = std::remove_const_t<decltype(up)>;
    STATIC_CHECK(detail::static_not_moved<op, tensor<bf16, 17, 32>>::value.view() == sentence);
}

TEST_CASE("tensors that do not fit the cache together are refused") {
    // 8 KiB: w13 alone takes 4, the result of up 2, x 1
    CHECK(compute_bound(up, npu, resident(w13, up.result(), x)));
    constexpr auto wide = matmul(x, tensor<bf16, 32, 128>{});
    constexpr tensor<bf16, 32, 128> w;  // 8 KiB
    CHECK(moved(wide, w) == traffic(wide) - footprint(w));
    const char* const sentence = "resident: the named tensors are larger than the last-level cache of npu";
    CHECK_THROWS_WITH_AS(min_time(wide, npu, resident(w, x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(min_time(wide, any_machine(npu), resident(w, x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(wide, npu, resident(w, x)), sentence, unsupported);
}

TEST_CASE("resident needs the size of the cache") {
    STATIC_CHECK(!placeable<decltype(down), decltype(without_size), resident_assumption<std::remove_const_t<decltype(w2)>>>);
    CHECK_THROWS_WITH_AS(min_time(down, any_machine(without_size), resident(w2)),
                         "no size states no capacity of memory<llc>, which resident needs", unsupported);
}

TEST_CASE("an operator that states less than its tensors take is refused") {
    const auto copy = op(demand<memory<dram>>(100_B, 100_B), takes(x));
    CHECK_THROWS_WITH_AS(min_time(copy, npu, resident(x)),
                         "resident: the operator states less traffic on memory<dram> than the named tensors take",
                         unsupported);
}

TEST_CASE("of a tensor that stays in the cache, rope of a part moves that part") {
    constexpr tensor<bf16, 24, 4, 64> q;  // 12 KiB, of which 3 KiB are touched
    constexpr auto turn = rope(q, rotary<16>);
    constexpr auto table = 24 * 16 * 4_B;
    STATIC_CHECK(traffic(turn) == footprint(q) / 2 + table);
    STATIC_CHECK(moved(turn, q) == table);
    STATIC_CHECK(moved(sequence(turn, turn), q) == 2 * table);
    constexpr tensor<bf16, 24, 2, 64> k;
    STATIC_CHECK(moved(rope(q, k, rotary<16>), k) == footprint(q) / 2 + table);
}
