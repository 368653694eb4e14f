// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/name.hpp>
#include <roofline/op/count.hpp>
#include <roofline/units/rounded.hpp>

#include <concepts>

/// Which of the S keys each of the s queries of a sequence sees. In all but `full` the last s keys are those of the
/// queries themselves.
namespace roofline::inline ROOFLINE_ABI {

struct full_mask {};
/// Every query sees every key: s S pairs.
inline constexpr full_mask full{};

struct causal_mask {};
/// A query sees the keys before it and its own: s (S - s) + s (s + 1) / 2 pairs.
inline constexpr causal_mask causal{};

struct window_length {
    static constexpr std::string_view name = "window"sv;
    static constexpr std::int64_t least = 1;
};
/// Causal, and of the keys that a query sees only the last w: window<4096>, window<dyn>(w).
template<std::int64_t W>
inline constexpr count<window_length, W> window{};

/// Candidates of speculative decoding: see candidate_tree().
struct tree_mask {
    std::int64_t nodes = dyn;
    std::int64_t pairs = 0;  // of candidates: the ancestors of each, and itself
};

namespace detail::attending {

[[noreturn]] inline void the_parent_of_a_candidate_must_be_an_earlier_one(std::int64_t candidate, std::int64_t parent) {
    throw_shape_error(
        sentence("candidate_tree: the parent of candidate {} is {} and must be an earlier candidate, or -1 for a root",
                 {candidate, parent}));
}

/// Only the number of pairs is kept: nothing else enters the costs.
template<class Index>
constexpr tree_mask tree_of(const Index* parents, std::size_t nodes) {
    tree_mask tree{static_cast<std::int64_t>(nodes), 0};
    for (std::int64_t i = 0; i < tree.nodes; ++i) {
        const auto parent = static_cast<std::int64_t>(parents[i]);
        if (parent < -1 || parent >= i) the_parent_of_a_candidate_must_be_an_earlier_one(i, parent);
        for (std::int64_t j = i; j >= 0; j = static_cast<std::int64_t>(parents[j])) ++tree.pairs;
    }
    return tree;
}

}  // namespace detail::attending

/// A tree of candidates by their parents, -1 for a root: candidate_tree(-1, 0, 0, 1). Each candidate sees the keys in
/// the cache, its ancestors and itself.
/// Error: a parent that is not an earlier candidate throws shape_error.
template<std::integral... Index>
    requires(sizeof...(Index) > 0)
constexpr tree_mask candidate_tree(Index... parents) {
    const std::int64_t all[] = {static_cast<std::int64_t>(parents)...};
    return detail::attending::tree_of(all, sizeof...(Index));
}
/// The same from an array, a std::array, a std::vector, a std::span.
template<std::integral Index, std::size_t N>
constexpr tree_mask candidate_tree(const Index (&parents)[N]) {
    return detail::attending::tree_of(parents, N);
}
template<class Range>
    requires requires(const Range& r) {
        { *r.data() } -> std::convertible_to<std::int64_t>;
        static_cast<std::size_t>(r.size());
    }
constexpr tree_mask candidate_tree(const Range& parents) {
    return detail::attending::tree_of(parents.data(), static_cast<std::size_t>(parents.size()));
}

namespace detail::attending {

enum class mask_kind { full, causal, window, tree };

/// A mask as arithmetic sees it.
struct mask_rule {
    mask_kind kind = mask_kind::full;
    std::int64_t number = 0;  // the window, or the candidates of a tree
    std::int64_t pairs = 0;   // among the candidates of a tree

    constexpr bool is_full() const { return kind == mask_kind::full; }
    constexpr bool is_window() const { return kind == mask_kind::window; }
};

ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t smaller(std::int64_t a, std::int64_t b) { return a < b ? a : b; }
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t larger(std::int64_t a, std::int64_t b) { return a < b ? b : a; }

/// Twice the pairs of s queries and S keys, an integer: exact up to 2^53 of it.
ROOFLINE_ALWAYS_INLINE
constexpr double twice_pairs(const mask_rule& mask, std::int64_t s, std::int64_t keys) {
    const double rows = static_cast<double>(s);
    const std::int64_t cached = keys - s;
    switch (mask.kind) {
    case mask_kind::full:
        return 2 * rows * static_cast<double>(keys);
    case mask_kind::tree:
        return 2 * (rounded(rows * static_cast<double>(cached)) + static_cast<double>(mask.pairs));
    case mask_kind::causal:
        return rows * static_cast<double>(keys + cached + 1);
    case mask_kind::window:
        break;
    }
    // The first rows see less than a window, as causal rows do; the others see a whole one.
    const std::int64_t w = smaller(mask.number, keys);
    const std::int64_t growing = smaller(s, larger(0, w - cached - 1));
    return rounded(static_cast<double>(growing) * static_cast<double>(2 * cached + growing + 1)) +
           2 * rounded(static_cast<double>(s - growing) * static_cast<double>(w));
}

/// Keys of a sequence that some query sees: always the last ones.
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t keys_seen(const mask_rule& mask, std::int64_t s, std::int64_t keys) {
    if (!mask.is_window() || mask.number >= keys) return keys;
    return smaller(keys, s + mask.number - 1);
}

}  // namespace detail::attending
}  // namespace roofline
