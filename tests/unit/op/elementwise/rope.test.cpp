// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a rotation is three FLOP per element, in place, with a table") {
    constexpr tensor<bf16, 6, 4, 64> q;
    constexpr tensor<bf16, 6, 2, 64> k;
    STATIC_CHECK(work(rope(q, k)) == 3 * 6 * 6 * 64_FLOP);
    STATIC_CHECK(traffic(rope(q, k)) == 2 * (footprint(q) + footprint(k)) + 6 * 64 * 4_B);
    STATIC_CHECK(traffic(rope(q)) == 2 * footprint(q) + 6 * 64 * 4_B);
    STATIC_CHECK(std::is_same_v<decltype(rope(q, k).result()), tensor<bf16, 6, 4, 64>>);
    STATIC_CHECK(work(rope(q, k, math<fp16>)) == work(rope(q, k)));
}

TEST_CASE("a partial rotation touches what it turns") {
    constexpr tensor<bf16, 6, 4, 64> q;
    STATIC_CHECK(work(rope(q, rotary<16>)) == 3 * 6 * 4 * 16_FLOP);
    STATIC_CHECK(traffic(rope(q, rotary<16>)) == 2 * 6 * 4 * 16 * 2_B + 6 * 16 * 4_B);
    STATIC_CHECK(traffic(rope(q, q, rotary<64>)) == traffic(rope(q, q)));
    STATIC_CHECK(fusible<decltype(relu(q)), decltype(rope(q))>);
}

TEST_CASE("rope of a part of each head works in place: its neighbours write and read the rest") {
    constexpr tensor<bf16, 6, 4, 64> q;
    constexpr tensor<bf16, 6, 2, 64> k;
    constexpr auto turn = rope(q, k, rotary<16>);
    constexpr auto whole = footprint(q), part = whole / 4;
    // Into it: relu reads and writes q whole, once; what rope reads and writes of it falls away, its table and keys stay.
    STATIC_CHECK(traffic(fuse(relu(q), turn)) == traffic(relu(q)) + traffic(turn) - 2 * part);
    // From it: q is read once, and not written.
    STATIC_CHECK(traffic(fuse(turn, relu(q))) == traffic(relu(q)) + traffic(turn) - 2 * part);
    // Between two that take it whole it costs no more than its table and keys.
    STATIC_CHECK(traffic(fuse(relu(q), turn, silu(q))) == traffic(fuse(relu(q), silu(q))) + traffic(turn) - 2 * part);
    STATIC_CHECK(traffic(fuse(relu(q), fuse(turn, silu(q)))) == traffic(fuse(relu(q), turn, silu(q))));
    STATIC_CHECK(traffic(fuse(turn, rope(q, rotary<16>))) == traffic(turn) + 6 * 16 * 4_B);
    // The same with extents of the run time.
    constexpr tensor<bf16, dyn, 4, 64> p{6};
    STATIC_CHECK(traffic(fuse(relu(p), rope(p, rotary<dyn>(16)), silu(p))) ==
                 traffic(fuse(relu(q), rope(q, rotary<16>), silu(q))));
    // A pair of one format and shape: the first of them is made by the relu.
    constexpr auto pair = rope(p, p, rotary<16>);
    STATIC_CHECK(traffic(fuse(relu(p), pair)) == traffic(relu(p)) + traffic(pair) - 2 * part);
    STATIC_CHECK(traffic(fuse(relu(p), fuse(relu(p), pair))) == 2 * traffic(relu(p)) + traffic(pair) - 2 * part - 2 * whole);
    // Launched twice, and beside others.
    STATIC_CHECK(traffic(fuse(relu(q), overlap(repeat(turn, 2)))) == traffic(relu(q)) + 2 * traffic(turn) - 4 * part);
}

TEST_CASE("run-time extents are checked") {
    constexpr auto dynamic = rope(tensor<bf16, dyn, 4, 64>{6}, tensor<bf16, 6, dyn, 64>{2}, rotary<dyn>(16));
    STATIC_CHECK(traffic(dynamic) == traffic(rope(tensor<bf16, 6, 4, 64>{}, tensor<bf16, 6, 2, 64>{}, rotary<16>)));
    const tensor<bf16, dyn, 4, 64> q{6};
    CHECK_THROWS_WITH_AS(rope(q, rotary<dyn>(66)), "rope of (6,4,64) and (6,4,64): 66 elements turn of a head that has 64",
                         shape_error);
    CHECK_THROWS_WITH_AS(rope(q, rotary<dyn>(15)),
                         "rope of (6,4,64) and (6,4,64): 15 elements of a head are no pairs: their number must be even", shape_error);
    CHECK_THROWS_WITH_AS(rope(q, rotary<dyn>(0)), "rotary is 0 and must be at least 2", shape_error);
    CHECK_THROWS_WITH_AS(rope(q, tensor<bf16, dyn, 2, 64>{5}),
                         "rope of (6,4,64) and (5,2,64): all axes but that of the heads, the last but one, must be equal", shape_error);
}
