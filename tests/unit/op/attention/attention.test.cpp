// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

#include <cstdint>
#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {
// 2 sequences, 3 new of 8 keys, 6 heads in 2 groups, heads of 4 and 5: full 24 pairs, causal 21.
constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;
constexpr tensor<bf16, 2, 8, 2, 5> v;
constexpr double rows = 2 * 6, moved = 2 * (2 * 3 * 6 * (4 + 5) + 2 * 8 * 2 * (4 + 5));
using exponential = special_math<special::exp2>;
using inverse = special_math<special::reciprocal>;

template<class A, class B>
constexpr bool same_costs(const A& a, const B& b) {
    return work(a) == work(b) && traffic(a) == traffic(b) &&
           demand_on<vector_math<fp32>>(a) == demand_on<vector_math<fp32>>(b) &&
           demand_on<exponential>(a) == demand_on<exponential>(b) && demand_on<inverse>(a) == demand_on<inverse>(b);
}

constexpr tensor<bf16, dyn, dyn, dyn, dyn> q_any{2, 3, 6, 4};
constexpr tensor<bf16, dyn, dyn, dyn, dyn> k_any{2, 8, 2, 4};
constexpr tensor<bf16, dyn, dyn, dyn, dyn> v_any{2, 8, 2, 5};
constexpr auto twins = [](const auto&... options) {
    return same_costs(attention(q_any, k_any, v_any, options...), attention(q, k, v, options...)) &&
           same_costs(attention(tensor<bf16, dyn, 3, 6, 4>{2}, k, v_any, options...), attention(q, k, v, options...)) &&
           traffic(any_operator(attention(q_any, k_any, v_any, options...))) == traffic(attention(q, k, v, options...));
};
}  // namespace

TEST_CASE("attention is two products over the pairs and a softmax") {
    constexpr auto op = attention(q, k, v);
    STATIC_CHECK(work(op) == 2 * rows * 24 * (4 + 5) * units::flop);
    STATIC_CHECK(demand_on<matrix_math<bf16>>(op) == work(op));
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == (3 * rows * 24 + rows * 3 * 5) * units::flop);
    STATIC_CHECK(demand_on<exponential>(op) == rows * 24 * units::flop);
    STATIC_CHECK(demand_on<inverse>(op) == rows * 3 * units::flop);
    STATIC_CHECK(traffic(op) == moved * units::byte);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 2, 3, 6, 5>>);
    STATIC_CHECK(work(attention(q, k, v, causal)) == 2 * rows * 21 * (4 + 5) * units::flop);
    STATIC_CHECK(same_costs(attention(q, k, v, full), op));
}

TEST_CASE("attention with run-time extents costs what its static twin does") {
    STATIC_CHECK(twins());
    STATIC_CHECK(twins(causal, out<fp32>));
    STATIC_CHECK(twins(window<4>) && same_costs(attention(q, k, v, window<4>), attention(q, k, v, window<dyn>(4))));
    STATIC_CHECK(twins(materialized, score_format<fp32>));
    STATIC_CHECK(twins(split_kv<2>) && same_costs(attention(q, k, v, split_kv<2>), attention(q, k, v, split_kv<dyn>(2))));
    STATIC_CHECK(twins(paged<16>, shared_prefix<5>, causal));
    STATIC_CHECK(twins(blocks<4, 2>, causal));
    STATIC_CHECK(same_costs(attention(q, k, v, blocks<4, 2>), attention(q, k, v, blocks<dyn, dyn>(4, 2))));
    STATIC_CHECK(
        std::is_same_v<decltype(attention(tensor<bf16, dyn, 3, 6, 4>{2}, k, v).result()), tensor<bf16, 2, 3, 6, 5>>);
    STATIC_CHECK(elements(attention(q_any, k_any, v_any).result()) == 2 * 3 * 6 * 5);
}

TEST_CASE("the math is the wider of the operands', whatever the cache is stored as") {
    STATIC_CHECK(demand_on<matrix_math<bf16>>(attention(q, tensor<fp8_e4m3, 2, 8, 2, 4>{},
                                                        tensor<fp8_e4m3, 2, 8, 2, 5>{})) == work(attention(q, k, v)));
    STATIC_CHECK(demand_on<matrix_math<fp8>>(attention(q, k, v, math<fp8>)) == work(attention(q, k, v)));
    STATIC_CHECK(demand_on<matrix_math<fp16>>(attention(q, tensor<fp16, 2, 8, 2, 4>{}, tensor<fp16, 2, 8, 2, 5>{},
                                                        math<fp16>)) == work(attention(q, k, v)));
    // On one engine with its softmax, the operations add up.
    constexpr auto vector = attention(q, k, v, on<vector_math<fp32>>);
    STATIC_CHECK(demand_on<vector_math<fp32>>(vector) ==
                 work(attention(q, k, v)) + demand_on<vector_math<fp32>>(attention(q, k, v)));
}

TEST_CASE("three kernels move the rectangle of scores four times") {
    constexpr auto op = attention(q, k, v, causal, materialized);
    STATIC_CHECK(traffic(op) == (moved + 4 * 2 * 6 * 3 * 8 * 2) * units::byte);
    STATIC_CHECK(traffic(attention(q, k, v, materialized, score_format<fp32>)) ==
                 (moved + 4 * 2 * 6 * 3 * 8 * 4) * units::byte);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 4 * rows * 21 * units::flop);
    STATIC_CHECK(work(op) == work(attention(q, k, v, causal)));
    STATIC_CHECK(any_operator(op).steps() == 3);
}

TEST_CASE("a window of all keys is causal, and one beyond them, too") {
    STATIC_CHECK(same_costs(attention(q, k, v, window<8>), attention(q, k, v, causal)));
    STATIC_CHECK(same_costs(attention(q, k, v, window<dyn>(std::int64_t{1} << 62)), attention(q, k, v, causal)));
    STATIC_CHECK(work(attention(q, k, v, window<1>)) == 2 * rows * 3 * (4 + 5) * units::flop);
    // Of 8 keys 3 queries see the last 3.
    STATIC_CHECK(traffic(attention(q, k, v)) - traffic(attention(q, k, v, window<1>)) == 5 * 2 * 2 * (4 + 5) * 2_B);
}

TEST_CASE("one worker writes the result, and there is nothing to combine") {
    STATIC_CHECK(same_costs(attention(q, k, v, split_kv<1>), attention(q, k, v)));
    STATIC_CHECK(traffic(attention(q, k, v, split_kv<4>)) - traffic(attention(q, k, v)) == 2 * 4 * 36 * (5 + 1) * 4_B);
}

TEST_CASE("tiles of the whole are the operator and what passes through the caches") {
    constexpr auto op = attention(q, k, v, blocks<9, 8>);  // 3 queries of 3 heads a group
    STATIC_CHECK(same_costs(op, attention(q, k, v)));
    STATIC_CHECK(traffic<memory<llc>>(op) == traffic(op));
    STATIC_CHECK(traffic<memory<shared>>(op) == 2 * (2 * 3 * 6 * 4 + 2 * 8 * 2 * (4 + 5)) * 2_B);
    // Half as many rows a tile: the keys pass twice. Padding is no work, but takes its time.
    constexpr auto padded = attention(q, k, v, blocks<5, 8>);
    STATIC_CHECK(traffic<memory<llc>>(padded) == traffic(op) + footprint(k) + footprint(v));
    STATIC_CHECK(work(padded) == work(op) && demand_on<matrix_math<bf16>>(padded) == work(op) / 9.0 * 10.0);
    STATIC_CHECK(traffic(padded) == traffic(op));
}

TEST_CASE("long contexts are counted without a walk over their tiles") {
    constexpr tensor<bf16, 1, 1'000'000, 64, 128> long_q;
    constexpr tensor<bf16, 1, 1'000'000, 8, 128> long_k;
    constexpr auto op = attention(long_q, long_k, long_k, causal, blocks<128, 128>);
    STATIC_CHECK(work(op) == work(attention(long_q, long_k, long_k, causal)));
    STATIC_CHECK(demand_on<matrix_math<bf16>>(op) < 1.001 * work(op));
}

TEST_CASE("a mask that is added is an operand") {
    constexpr tensor<fp32, 3, 8> mask;
    constexpr auto op = attention(q, k, v, additive_mask(mask));
    STATIC_CHECK(traffic(op) == traffic(attention(q, k, v)) + footprint(mask));
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) - demand_on<vector_math<fp32>>(attention(q, k, v)) ==
                 rows * 24 * units::flop);
}

TEST_CASE("attention chains: its operands are listed, and of one that is read in part no more is taken off") {
    constexpr tensor<bf16, 2, 8, 2, 4> fresh;
    constexpr auto producer =
        op(demand<vector_math<fp32>>(1_FLOP), demand<memory<dram>>(0_B, footprint(fresh)), gives(fresh));
    constexpr auto whole = attention(q, k, v);
    STATIC_CHECK(traffic(fuse(producer, whole)) == traffic(whole) - footprint(k));
    constexpr auto part = attention(q, k, v, window<1>);
    STATIC_CHECK(traffic(fuse(producer, part)) == traffic(part) - footprint(tensor<bf16, 2, 3, 2, 4>{}));
    STATIC_CHECK(!fusible<decltype(matmul(tensor<bf16, 2, 2>{}, tensor<bf16, 2, 2>{})), decltype(whole)>);
}

TEST_CASE("what does not agree at run time is refused with its numbers") {
    const tensor<bf16, dyn, 3, 6, 4> q3{3};
    CHECK_THROWS_WITH_AS(attention(q3, k, v),
                         "attention of (3,3,6,4), (2,8,2,4), (2,8,2,5): the batches are 3 and 2 and must be equal",
                         shape_error);
    const tensor<bf16, 2, dyn, 2, 4> k7{7};
    CHECK_THROWS_WITH_AS(
        attention(q, k7, v),
        "attention of (2,3,6,4), (2,7,2,4), (2,8,2,5): there are 7 keys and 8 values, which must be as many", shape_error);
    const tensor<bf16, 2, 8, dyn, 4> k3{3};
    CHECK_THROWS_WITH_AS(
        attention(q, k3, v),
        "attention of (2,3,6,4), (2,8,3,4), (2,8,2,5): there are 3 key heads and 2 value heads, which must be as many",
        shape_error);
    const tensor<bf16, 2, 8, 2, dyn> k_size{3};
    CHECK_THROWS_WITH_AS(
        attention(q, k_size, v),
        "attention of (2,3,6,4), (2,8,2,3), (2,8,2,5): the heads of q and k have 4 and 3 elements and must be equal",
        shape_error);
    const tensor<bf16, 2, 3, dyn, 4> q7{7};
    CHECK_THROWS_WITH_AS(attention(q7, k, v),
                         "attention of (2,3,7,4), (2,8,2,4), (2,8,2,5): 7 query heads are not a multiple of 2 key heads",
                         shape_error);
    const tensor<bf16, 2, dyn, 6, 4> q9{9};
    CHECK_THROWS_WITH_AS(
        attention(q9, k, v, causal),
        "attention of (2,9,6,4), (2,8,2,4), (2,8,2,5): the keys include those of the 9 queries, and there are 8 keys",
        shape_error);
    CHECK_NOTHROW(attention(q9, k, v));
    CHECK_THROWS_WITH_AS(attention(q, k, v, window<dyn>(0)), "window is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(attention(q, k, v, blocks<dyn, dyn>(0, 4)),
                         "blocks: the number of query rows is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(attention(q, k, v, blocks<dyn, dyn>(4, 0)),
                         "blocks: the number of keys is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(attention(q, k, v, split_kv<dyn>(9)),
                         "attention of (2,3,6,4), (2,8,2,4), (2,8,2,5): split_kv is 9 and there are 8 keys", shape_error);
    CHECK_THROWS_WITH_AS(
        attention(q, k, v, causal, shared_prefix<dyn>(6)),
        "attention of (2,3,6,4), (2,8,2,4), (2,8,2,5): shared_prefix is 6 and there are 5 keys before those of the queries",
        shape_error);
    CHECK_NOTHROW(attention(q, k, v, shared_prefix<dyn>(8)));
    CHECK_THROWS_WITH_AS(attention(q, k, v, shared_prefix<dyn>(9)),
                         "attention of (2,3,6,4), (2,8,2,4), (2,8,2,5): shared_prefix is 9 and there are 8 keys",
                         shape_error);
    CHECK_THROWS_WITH_AS(
        attention(q, k, v, additive_mask(tensor<bf16, dyn, 8>{4})),
        "attention of (2,3,6,4), (2,8,2,4), (2,8,2,5): the additive mask has 4 rows and q has 3 queries a sequence",
        shape_error);
    CHECK_THROWS_WITH_AS(
        attention(q, k, v, additive_mask(tensor<bf16, 3, dyn>{9})),
        "attention of (2,3,6,4), (2,8,2,4), (2,8,2,5): the additive mask has 9 columns and there are 8 keys", shape_error);
    CHECK_THROWS_WITH_AS(attention(q, k, v, paged<dyn>(std::int64_t{1} << 40)),
                         "attention of (2,3,6,4), (2,8,2,4), (2,8,2,5): a page has more than 2^30 tokens", shape_error);
}

TEST_CASE("a chain of candidates is causal, a tree sees less") {
    STATIC_CHECK(same_costs(verify(q, k, v), attention(q, k, v, causal)));
    STATIC_CHECK(same_costs(verify(q, k, v, candidate_tree(-1, 0, 1)), verify(q, k, v)));
    STATIC_CHECK(work(verify(q, k, v, candidate_tree(-1, -1, -1))) == 2 * rows * (3 * 5 + 3) * 9 * units::flop);
    constexpr int parents[] = {-1, 0, 0};
    STATIC_CHECK(work(verify(q, k, v, candidate_tree(parents))) == 2 * rows * (3 * 5 + 5) * 9 * units::flop);
    STATIC_CHECK(same_costs(verify(q, k, v, candidate_tree(parents)), verify(q, k, v, candidate_tree(-1, 0, 0))));
    CHECK_THROWS_WITH_AS(
        verify(q, k, v, candidate_tree(-1, 0)),
        "verify of (2,3,6,4), (2,8,2,4), (2,8,2,5): the tree has 2 candidates and q has 3 queries a sequence", shape_error);
    CHECK_THROWS_WITH_AS(candidate_tree(-1, 0, 2),
                         "candidate_tree: the parent of candidate 2 is 2 and must be an earlier candidate, or -1 for a root",
                         shape_error);
    CHECK_THROWS_WITH_AS(
        candidate_tree(-1, -2),
        "candidate_tree: the parent of candidate 1 is -2 and must be an earlier candidate, or -1 for a root", shape_error);
}

TEST_CASE("latent attention reads a token once for key and value") {
    constexpr tensor<bf16, 4, 1, 128, 576> latent_q;
    constexpr tensor<fp8_ds_mla, 4, 1000, 576> cache;
    constexpr auto op = mla_decode(latent_q, cache, latent<512>);
    STATIC_CHECK(work(op) == 278528.0 * 4 * 1000 * units::flop);
    STATIC_CHECK(traffic(op) == 4.0 * (1000 * 656_B + 128 * (576 + 512) * 2_B));
    STATIC_CHECK(demand_on<matrix_math<bf16>>(op) == work(op));
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 4, 1, 128, 512>>);
    constexpr auto any =
        mla_decode(tensor<bf16, dyn, 1, 128, 576>{4}, tensor<fp8_ds_mla, 4, dyn, 576>{1000}, latent<dyn>(512));
    STATIC_CHECK(same_costs(any, op));
    STATIC_CHECK(std::is_same_v<decltype(any.result()), tensor<bf16, 4, 1, 128, dyn>>);
    // Two queries: causal by default.
    constexpr auto two = mla_decode(tensor<bf16, 4, 2, 128, 576>{}, cache, latent<512>);
    STATIC_CHECK(work(two) == 278528.0 * 4 * (2 * 1000 - 1) * units::flop);
    STATIC_CHECK(work(mla_decode(tensor<bf16, 4, 2, 128, 576>{}, cache, latent<512>, full)) == 2.0 * work(op));
    CHECK_THROWS_WITH_AS(
        mla_decode(latent_q, cache, latent<dyn>(577)),
        "mla_decode of (4,1,128,576), (4,1000,576): latent is 577 and a token of the cache has 576 elements", shape_error);
    CHECK_THROWS_WITH_AS(
        mla_decode(tensor<bf16, 4, 1, 128, dyn>{512}, cache, latent<512>),
        "mla_decode of (4,1,128,512), (4,1000,576): a query has 512 elements and a key 576, and they must be equal",
        shape_error);
}

TEST_CASE("sparse latent attention reads what was selected, by its indices") {
    constexpr tensor<bf16, 1, 1, 128, 576> one;
    constexpr tensor<fp8_ds_mla, 1, 131072, 576> cache;
    constexpr auto sparse = mla_decode(one, cache, latent<512>, selected<2048>);
    STATIC_CHECK(same_costs(sparse, mla_decode(one, cache, latent<512>, selected<dyn>(2048))));
    STATIC_CHECK(work(sparse) == 278528.0 * 2048 * units::flop);
    STATIC_CHECK(traffic(sparse) == 2048 * (656_B + 4_B) + 128 * (576 + 512) * 2_B);
    // The selection of DeepSeek-V3.2: 64 index heads of 128.
    constexpr auto index = lightning_indexer(tensor<fp8_tile128, 1, 1, 64, 128>{}, tensor<fp8_tile128, 1, 131072, 128>{},
                                             tensor<fp32, 1, 1, 64>{});
    STATIC_CHECK(work(index) == 2.0 * 64 * 128 * 131072 * units::flop);
    STATIC_CHECK(demand_on<matrix_math<fp8>>(index) == work(index));
    STATIC_CHECK(demand_on<vector_math<fp32>>(index) == 3.0 * 64 * 131072 * units::flop);
    STATIC_CHECK(traffic(index) == 131072 * (132_B + 4_B) + 64 * (132_B + 4_B));
    STATIC_CHECK(std::is_same_v<decltype(index.result()), tensor<fp32, 1, 1, 131072>>);
    CHECK_THROWS_WITH_AS(
        lightning_indexer(tensor<fp8, 1, 1, dyn, 128>{32}, tensor<fp8, 1, 9, 128>{}, tensor<fp32, 1, 1, 64>{}),
        "lightning_indexer of (1,1,32,128), (1,9,128), (1,1,64): there are 32 query heads and weights for 64, "
        "which must be as many",
        shape_error);
}

TEST_CASE("expanded latent attention shares the positions among heads") {
    constexpr tensor<bf16, 1, 100, 128, 192> q_long;
    constexpr tensor<bf16, 1, 100, 128, 128> heads;
    constexpr tensor<bf16, 1, 100, 64> positions;
    constexpr auto op = mla_prefill(q_long, heads, positions, heads);
    STATIC_CHECK(work(op) == 320.0 * 128 * 100 * 101 * units::flop);
    STATIC_CHECK(traffic(op) == footprint(q_long) + 3.0 * footprint(heads) + footprint(positions));
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 1, 100, 128, 128>>);
    STATIC_CHECK(same_costs(op, mla_prefill(tensor<bf16, 1, dyn, 128, 192>{100}, tensor<bf16, 1, dyn, 128, 128>{100},
                                            tensor<bf16, dyn, 100, 64>{1}, heads)));
    // With the positions copied to each head it is plain attention.
    STATIC_CHECK(work(op) == work(attention(q_long, tensor<bf16, 1, 100, 128, 192>{}, heads, causal)));
    CHECK_THROWS_WITH_AS(
        mla_prefill(q_long, heads, tensor<bf16, 1, 100, dyn>{32}, heads),
        "mla_prefill of (1,100,128,192), (1,100,128,128), (1,100,32), (1,100,128,128): a query head has 192 "
        "elements and a key head with its rope 160, and they must be equal",
        shape_error);
}

TEST_CASE("attention is placed like any operator") {
    STATIC_CHECK(compute_bound(attention(tensor<bf16, 1, 8192, 32, 128>{}, tensor<bf16, 1, 8192, 8, 128>{},
                                         tensor<bf16, 1, 8192, 8, 128>{}, causal),
                               hw::h100_sxm));
    STATIC_CHECK(memory_bound(attention(tensor<bf16, 64, 1, 32, 128>{}, tensor<bf16, 64, 8192, 8, 128>{},
                                        tensor<bf16, 64, 8192, 8, 128>{}, split_kv<4>, paged<64>),
                              hw::h100_sxm));
}
