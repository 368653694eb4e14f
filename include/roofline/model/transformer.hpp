// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/always_inline.hpp>

#include <cstdint>
#include <string_view>

/// A transformer as costs see it: what stands in its configuration file. Numbers are values and may be known at run time;
/// what kind of block a layer has is a type, so that a model brings only the operators that it runs.
namespace roofline::inline ROOFLINE_ABI {

/// What surrounds the layers.
struct backbone {
    std::string_view name;
    std::int64_t hidden = 0;
    std::int64_t vocabulary = 0;
    std::int64_t max_position = 0;       // the longest context it was made for; 0: any
    std::int64_t learned_positions = 0;  // rows of a table of positions; 0 where positions are rotary
    bool tied = false;                   // the head is the embedding table, stored once

    template<class Check>
    ROOFLINE_ALWAYS_INLINE
    constexpr void must_hold(Check& c) const {
        c.at_least("the hidden size", hidden, 1);
        c.at_least("the size of the vocabulary", vocabulary, 1);
        c.at_least("the longest context", max_position, 0);
        c.at_least("the number of learned positions", learned_positions, 0);
    }
};

/// So many layers alike: a mixer of tokens, then a feed-forward block, each behind a norm; with post_norms also before
/// one. Where kinds of layers alternate, each kind is a group: the order among layers changes no cost.
template<class Mixer, class FeedForward>
struct layers {
    std::int64_t count = 0;
    Mixer mixer{};
    FeedForward feed_forward{};
    bool post_norms = false;  // the result of each block is normed before it is added to the residual

    static constexpr bool has_feed_forward = !requires { FeedForward::absent; };
    static constexpr std::int64_t blocks = has_feed_forward ? 2 : 1;
    constexpr std::int64_t norms() const { return post_norms ? 2 * blocks : blocks; }
};
template<class Mixer, class FeedForward>
layers(int, Mixer, FeedForward) -> layers<Mixer, FeedForward>;
template<class Mixer, class FeedForward>
layers(int, Mixer, FeedForward, bool) -> layers<Mixer, FeedForward>;

namespace detail {

/// Groups of layers by value.
template<class... Groups>
struct group_list {};
template<class First, class... Rest>
struct group_list<First, Rest...> {
    First first{};
    group_list<Rest...> rest{};
};

constexpr group_list<> grouped() { return {}; }
template<class First, class... Rest>
constexpr group_list<First, Rest...> grouped(const First& first, const Rest&... rest) {
    return {first, grouped(rest...)};
}

/// Calls f for each group in order.
template<class F>
ROOFLINE_ALWAYS_INLINE
constexpr void for_each_group(const group_list<>&, F&&) {}
template<class First, class... Rest, class F>
ROOFLINE_ALWAYS_INLINE
constexpr void for_each_group(const group_list<First, Rest...>& groups, F&& f) {
    f(groups.first);
    for_each_group(groups.rest, f);
}

}  // namespace detail

/// Embedding, groups of layers in the order of their execution, a last norm, the head.
///
///     inline constexpr transformer llama_2_7b(
///         backbone{.name = "Llama-2-7B", .hidden = 4096, .vocabulary = 32000, .max_position = 4096}, rms_normed{},
///         layers{32, grouped_query_attention{.heads = 32, .kv_heads = 32, .head_size = 128},
///                feed_forward<activation::swiglu>{.intermediate = 11008}});
template<class Norm, class... Groups>
struct transformer : backbone {
    using norm = Norm;
    detail::group_list<Groups...> groups;

    constexpr transformer(const backbone& frame, Norm, const Groups&... all)
        : backbone(frame), groups(detail::grouped(all...)) {}
};

/// Number of layers.
template<class Norm, class... Groups>
constexpr std::int64_t layer_count(const transformer<Norm, Groups...>& model) {
    std::int64_t sum = 0;
    detail::for_each_group(model.groups, [&](const auto& group) { sum += group.count; });
    return sum;
}

}  // namespace roofline
