// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/option.hpp>

/// The options of an attention together: whether they go together, and what they say as numbers.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

/// Options as bits: each may be given once.
enum attention_options : unsigned {
    takes_formats = 1,  // out<>, math<>, on<>
    takes_full = 1 << 3,
    takes_causal = 1 << 4,
    takes_window = 1 << 5,
    takes_tree = 1 << 6,
    takes_masks = takes_full | takes_causal | takes_window | takes_tree,
    takes_materialized = 1 << 7,
    takes_score_format = 1 << 8,
    takes_split = 1 << 9,
    takes_paged = 1 << 10,
    takes_prefix = 1 << 11,
    takes_latent = 1 << 12,
    takes_selected = 1 << 13,
    takes_blocks = 1 << 14,
    takes_additive = 1 << 15
};

/// The bit of an option.
template<class Option>
inline constexpr unsigned option_bit = is_option<Option> ? takes_formats : 0;
template<>
inline constexpr unsigned option_bit<full_mask> = takes_full;
template<>
inline constexpr unsigned option_bit<causal_mask> = takes_causal;
template<std::int64_t N>
inline constexpr unsigned option_bit<count<window_length, N>> = takes_window;
template<>
inline constexpr unsigned option_bit<tree_mask> = takes_tree;
template<>
inline constexpr unsigned option_bit<materialized_option> = takes_materialized;
template<class T>
inline constexpr unsigned option_bit<score_format_option<T>> = takes_score_format;
template<std::int64_t N>
inline constexpr unsigned option_bit<count<split_count, N>> = takes_split;
template<std::int64_t N>
inline constexpr unsigned option_bit<count<page_length, N>> = takes_paged;
template<std::int64_t N>
inline constexpr unsigned option_bit<count<prefix_length, N>> = takes_prefix;
template<std::int64_t N>
inline constexpr unsigned option_bit<count<latent_rank, N>> = takes_latent;
template<std::int64_t N>
inline constexpr unsigned option_bit<count<selected_keys, N>> = takes_selected;
template<std::int64_t R, std::int64_t C>
inline constexpr unsigned option_bit<blocks_option<R, C>> = takes_blocks;
template<class Tensor>
inline constexpr unsigned option_bit<additive_mask_option<Tensor>> = takes_additive;

template<class... Options>
inline constexpr unsigned options_given = (0u | ... | option_bit<Options>);

/// Whether all are known, none but formats is given twice, and no two exclude each other.
template<unsigned Allowed, class... Options>
inline constexpr bool
    options_known = ((option_bit<Options> != 0 && (option_bit<Options> & ~Allowed) == 0) && ...);
template<class... Options>
inline constexpr bool options_once = ((option_bit<Options> & ~unsigned{takes_formats}) + ... + 0u) ==
                                     (options_given<Options...> & ~unsigned{takes_formats});

constexpr bool options_compatible(unsigned given) {
    const unsigned masks = given & takes_masks;
    const auto both = [given](unsigned a, unsigned b) { return (given & a) != 0 && (given & b) != 0; };
    return (masks & (masks - 1)) == 0 && !both(takes_materialized, takes_split | takes_blocks) &&
           !both(takes_blocks, takes_split | takes_paged | takes_additive | takes_tree) &&
           !both(takes_selected, takes_window | takes_tree | takes_paged | takes_prefix) &&
           ((given & takes_score_format) == 0 || (given & takes_materialized) != 0);
}

template<class Default, class... Options>
struct score_format_or {
    using type = Default;
};
template<class Default, class T, class... Rest>
struct score_format_or<Default, score_format_option<T>, Rest...> {
    using type = T;
};
template<class Default, class Other, class... Rest>
struct score_format_or<Default, Other, Rest...> : score_format_or<Default, Rest...> {};

/// What the options say, as numbers; 0 where nothing is said.
struct attention_policy {
    mask_rule mask;
    std::int64_t splits = 0;
    std::int64_t page = 0;
    std::int64_t prefix = 0;
    std::int64_t latent = 0;
    std::int64_t selected = 0;
    std::int64_t rows = 0;                   // of a block
    std::int64_t columns = 0;                // of a block
    const std::int64_t* additive = nullptr;  // the two extents of the mask
    const storage* additive_format = nullptr;
    bool scores_counted = false;  // one by one, so that there must not be too many
};

/// The number of a policy that an option states, if it does no more than that.
template<class What>
inline constexpr std::int64_t attention_policy::*number_of = nullptr;
template<>
inline constexpr std::int64_t attention_policy::*number_of<split_count> = &attention_policy::splits;
template<>
inline constexpr std::int64_t attention_policy::*number_of<page_length> = &attention_policy::page;
template<>
inline constexpr std::int64_t attention_policy::*number_of<prefix_length> = &attention_policy::prefix;
template<>
inline constexpr std::int64_t attention_policy::*number_of<latent_rank> = &attention_policy::latent;

template<class Option>
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy&, const Option&) {}
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, materialized_option) { p.scores_counted = true; }
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, full_mask) { p.mask = {}; }
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, causal_mask) { p.mask = {mask_kind::causal, 0, 0}; }
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, const tree_mask& t) { p.mask = {mask_kind::tree, t.nodes, t.pairs}; }
template<std::int64_t N>
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, const count<window_length, N>& w) {
    p.mask = {mask_kind::window, value_of(w), 0};
}
template<class What, std::int64_t N>
    requires(number_of<What> != nullptr)
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, const count<What, N>& n) {
    p.*number_of<What> = value_of(n);
}
template<std::int64_t N>
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, const count<selected_keys, N>& n) {
    p.selected = value_of(n);
    p.scores_counted = true;
}
template<std::int64_t R, std::int64_t C>
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, const blocks_option<R, C>& b) {
    p.rows = value_of(b.rows);
    p.columns = value_of(b.columns);
    p.scores_counted = true;
}
template<class T, std::int64_t Q, std::int64_t K>
ROOFLINE_ALWAYS_INLINE
constexpr void put(attention_policy& p, const additive_mask_option<tensor<T, Q, K>>& m) {
    p.additive = shape_of(m.tensor).extents;
    p.additive_format = &T::storage;
}

/// What the types of the options say. A number yet to come is its least, which nothing refuses; dyn is unknown.
template<class Option>
struct put_type {
    static constexpr void to(attention_policy& p) { put(p, Option{}); }
};
template<class T, std::int64_t Q, std::int64_t K>
struct put_type<additive_mask_option<tensor<T, Q, K>>> {
    static constexpr void to(attention_policy& p) {
        p.additive = static_extents<Q, K>;
        p.additive_format = &T::storage;
    }
};

/// Default is the mask.
template<class Default, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr attention_policy policy_of(const Options&... options) {
    attention_policy p;
    put(p, Default{});
    (put(p, options), ...);
    return p;
}
template<class Default, class... Options>
constexpr attention_policy policy_of_types() {
    attention_policy p;
    put(p, Default{});
    (put_type<Options>::to(p), ...);
    return p;
}

}  // namespace roofline::detail::attending
