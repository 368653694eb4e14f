// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/extents.hpp"

#include <roofline/op/attention.hpp>

// Attention.
namespace operators {

template<class F>
constexpr void for_each_attention(F&& f) {
    f("attention", 4, [](const extents& e) {
        return attention(t4{e[0], 1, 2 * e[1], e[2]}, t4{e[0], e[3], e[1], e[2]}, t4{e[0], e[3], e[1], e[2]});
    });
    f("attention, causal", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, causal);
    });
    f("attention, window", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, window<8>);
    });
    f("attention, materialized", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, causal, materialized);
    });
    f("attention, split_kv", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, split_kv<2>);
    });
    f("attention, paged", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, paged<4>);
    });
    f("attention, shared_prefix", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, causal, shared_prefix<1>);
    });
    f("attention, blocks", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, causal, blocks<4, 8>);
    });
    f("attention, additive_mask", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, additive_mask(t2{e[1], e[1] + e[3]}));
    });
    f("verify", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return verify(q, k, k);
    });
    f("verify, a tree", 3, [](const extents& e) {
        const t4 k{e[0], 3 + e[2], 2, e[1]};
        return verify(t4{e[0], 3, 2, e[1]}, k, k, candidate_tree(-1, 0, 0));
    });
    f("mla_decode", 4, [](const extents& e) {
        return mla_decode(t4{e[0], 1, e[1], e[2] + 4}, t3{e[0], e[3], e[2] + 4}, latent<4>);
    });
    f("mla_decode, selected", 4, [](const extents& e) {
        return mla_decode(t4{e[0], 1, e[1], e[2] + 4}, t3{e[0], e[3], e[2] + 4}, latent<4>, selected<8>);
    });
    f("mla_prefill", 4, [](const extents& e) {
        return mla_prefill(t4{1, e[0], e[1], 8 + e[2]}, t4{1, e[0] + e[3], e[1], 8}, t3{1, e[0] + e[3], e[2]},
                           t4{1, e[0] + e[3], e[1], 8});
    });
    f("lightning_indexer", 4, [](const extents& e) {
        return lightning_indexer(t4{e[0], 1, e[1], e[2]}, t3{e[0], e[3], e[2]}, t3{e[0], 1, e[1]});
    });
    f("attention, materialized in another format", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, full, materialized, score_format<fp32>, out<fp32>);
    });
    f("attention, on the vector engine", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, on<vector_math<fp32>>);
    });
    f("attention, blocks in a window", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, window<dyn>(e[3]), blocks<dyn, dyn>(std::int64_t{4}, std::int64_t{8}));
    });
    f("attention, paged prefix in splits", 4, [](const extents& e) {
        const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
        return attention(q, k, k, causal, paged<4>, shared_prefix<1>, split_kv<dyn>(2));
    });
    f("mla_prefill, materialized", 4, [](const extents& e) {
        return mla_prefill(t4{1, e[0], e[1], 8 + e[2]}, t4{1, e[0] + e[3], e[1], 8}, t3{1, e[0] + e[3], e[2]},
                           t4{1, e[0] + e[3], e[1], 8}, materialized);
    });
}

}  // namespace operators
