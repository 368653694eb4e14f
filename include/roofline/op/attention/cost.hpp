// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/problem.hpp>
#include <roofline/op/demand.hpp>

/// What attention costs, as arithmetic on numbers. Operations are counted as a program would do them: the factor
/// log2 e / sqrt d is taken as part of q, and a maximum or sum of n terms takes n operations.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

/// Keys and values in memory that are read, and the indices by which they are found.
struct keys_read {
    std::int64_t sequences = 1;
    std::int64_t tokens = 0;
    std::int64_t indices = 0;

    ROOFLINE_ALWAYS_INLINE
    constexpr std::int64_t bits(const kept_per_key& kept) const { return kept.bits(sequences, tokens); }
};

ROOFLINE_ALWAYS_INLINE
constexpr keys_read read_of(const attention_problem& p, const attention_policy& with) {
    if (with.selected > 0) {
        const std::int64_t k = smaller(with.selected, p.keys);
        return {p.b, p.b * k, p.b * p.s * k};
    }
    const std::int64_t first = p.keys - keys_seen(with.mask, p.s, p.keys);
    if (with.page == 0) {
        const std::int64_t shared = larger(0, with.prefix - first);
        return {p.b, shared + p.b * (p.keys - first - shared), 0};
    }
    const std::int64_t first_page = first / with.page;
    const std::int64_t pages = (p.keys - 1) / with.page + 1 - first_page;
    const std::int64_t shared = larger(0, with.prefix / with.page - first_page);
    return {p.b, (shared + p.b * (pages - shared)) * with.page, p.b * pages};
}

/// Twice the pairs of a head. With selected keys a row is capped as by a window.
ROOFLINE_ALWAYS_INLINE
constexpr double twice_pairs_of(const attention_problem& p, const attention_policy& with) {
    if (with.selected == 0) return twice_pairs(with.mask, p.s, p.keys);
    if (with.mask.is_full()) return twice_pairs({}, p.s, smaller(with.selected, p.keys));
    return twice_pairs({mask_kind::window, with.selected, 0}, p.s, p.keys);
}

/// All that a kernel does.
struct attention_counts {
    double twice_pairs;  // of a head
    double pairs;        // of all heads and sequences
    double rows;         // b s n
    double results;      // b s n e
    amount dram;         // of a fused kernel

    ROOFLINE_ALWAYS_INLINE
    constexpr attention_counts(const attention_problem& p, const attention_policy& with)
        : twice_pairs(twice_pairs_of(p, with)),
          pairs(rounded(static_cast<double>(p.b * p.n) * (twice_pairs / 2))),
          rows(static_cast<double>(p.b * p.s * p.n)),
          results(static_cast<double>(p.b * p.s * p.n * p.e)) {
        const keys_read read = read_of(p, with);
        std::int64_t bits = p.q_bits + read.bits(p.k) + read.bits(p.rope) + read.bits(p.v) + 32 * read.indices;
        if (with.additive != nullptr) bits += stored_bits(*with.additive_format, {with.additive, 2});
        dram = {bytes(bits) + bytes(p.o_bits), bytes(p.o_bits)};
    }

    /// 2 b n w pairs: a product w wide for each. One rounding above 2^53.
    ROOFLINE_ALWAYS_INLINE
    constexpr double products(const attention_problem& p, std::int64_t wide) const {
        return rounded(static_cast<double>(p.b * p.n * wide) * twice_pairs);
    }
};

// One kernel --------------------------------------------------------------------------------------------------------------

/// Maximum, subtraction, exp2 and sum for each pair; the reciprocal of a row's sum multiplies its results. Partials leave
/// the logarithm of their sum beside the normalized values.
struct fused_counts {
    amount matrix, vector, exp2, reciprocal, dram;
    amount log2;  // with partials
};

ROOFLINE_ALWAYS_INLINE
constexpr fused_counts fused_kernel(const attention_problem& p, const attention_policy& with) {
    const attention_counts c(p, with);
    fused_counts all{{c.products(p, p.d + p.e), 0},
                     {rounded((with.additive != nullptr ? 4 : 3) * c.pairs) + c.results, 0},
                     {c.pairs, 0},
                     {c.rows, 0},
                     c.dram,
                     {0, 0}};
    if (with.splits > 1) {
        const double splits = static_cast<double>(with.splits);
        const double partials = rounded(4 * splits * (c.results + c.rows));  // fp32
        all.vector.total += rounded((splits - 1) * c.results) + rounded(splits * c.rows);
        all.reciprocal.total = splits * c.rows;
        all.log2.total = splits * c.rows;
        all.dram = {c.dram.read() + partials, partials};
    }
    return all;
}

/// Of each row: maximum, subtraction, exp2 and sum over its partials, whose weights the reciprocal of the sum scales; and a
/// multiply-add for each partial value.
struct combine_counts {
    amount vector, exp2, reciprocal, dram;
};
constexpr combine_counts combine_kernel(const attention_problem& p, const attention_policy& with) {
    if (with.splits <= 1) return {};  // one worker writes the result itself
    const attention_counts c(p, with);
    const double splits = static_cast<double>(with.splits);
    return {{splits * (2 * c.results + 4 * c.rows), 0},
            {splits * c.rows, 0},
            {c.rows, 0},
            {rounded(4 * splits * (c.results + c.rows)) + bytes(p.o_bits), bytes(p.o_bits)}};
}

// The indexer -------------------------------------------------------------------------------------------------------------

/// Products of each pair and head; ReLU, weight and sum on the vector engine.
struct indexer_counts {
    amount matrix, vector, dram;
};
constexpr indexer_counts indexer_kernel(const attention_problem& p, const attention_policy& with, std::int64_t weight_bits) {
    const double twice = twice_pairs_of(p, with);
    const keys_read read = read_of(p, with);
    const std::int64_t bits = p.q_bits + read.bits(p.k) + 32 * read.indices + weight_bits;
    return {{static_cast<double>(p.b * p.n * p.d) * twice, 0},
            {3 * (static_cast<double>(p.b * p.n) * (twice / 2)), 0},
            {bytes(bits) + bytes(p.o_bits), bytes(p.o_bits)}};
}

// Three kernels -----------------------------------------------------------------------------------------------------------

struct materialized_counts {
    amount scores, scores_dram;
    amount vector, exp2, reciprocal, softmax_dram;
    amount values, values_dram;
};

/// 5 operations a pair, of which one exp2. `stored` is what the scores take.
constexpr materialized_counts three_kernels(const attention_problem& p, const attention_policy& with, std::int64_t stored) {
    const attention_counts c(p, with);
    const keys_read read = read_of(p, with);
    const double written = bytes(stored);
    const double mask = with.additive == nullptr ? 0 : bytes(stored_bits(*with.additive_format, {with.additive, 2}));
    const double table = bytes(32 * read.indices);
    materialized_counts all{};
    all.scores = {c.products(p, p.d), 0};
    all.scores_dram = {bytes(p.q_bits + read.bits(p.k) + read.bits(p.rope)) + table + written, written};
    all.vector = {(with.additive != nullptr ? 5 : 4) * c.pairs, 0};
    all.exp2 = {c.pairs, 0};
    all.reciprocal = {c.rows, 0};
    all.softmax_dram = {written + mask + written, written};
    all.values = {c.products(p, p.e), 0};
    all.values_dram = {written + bytes(read.bits(p.v)) + table + bytes(p.o_bits), bytes(p.o_bits)};
    return all;
}

}  // namespace roofline::detail::attending
