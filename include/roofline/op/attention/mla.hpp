// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/attention.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::attending {

template<class... Options>
inline constexpr std::int64_t latent_of = 0;
template<std::int64_t R, class... Rest>
inline constexpr std::int64_t latent_of<count<latent_rank, R>, Rest...> = R;
template<class Other, class... Rest>
inline constexpr std::int64_t latent_of<Other, Rest...> = latent_of<Rest...>;

inline constexpr unsigned mla_decode_takes =
    takes_formats | takes_masks | takes_split | takes_paged | takes_prefix | takes_latent | takes_selected;
inline constexpr unsigned mla_prefill_takes = takes_formats | takes_masks | takes_materialized | takes_score_format |
                                              takes_split | takes_paged | takes_prefix | takes_blocks | takes_additive;

template<class Q, class Cache>
using mla_decode_ranks_fault = operand_ranks_fault<"q (b,s,n,r+p), cache (b,S,r+p)", Q, Cache>;
template<class Q, class K, class R, class V>
using mla_prefill_ranks_fault = operand_ranks_fault<"q (b,s,n,d+p), k (b,S,n,d), k_rope (b,S,p), v (b,S,n,e)", Q, K, R, V>;

}  // namespace detail::attending

/// Multi-head latent attention with the projections of keys and values absorbed into queries and results:
/// (b,s,n,r+p), (b,S,r+p) -> (b,s,n,r). A token of the cache holds r latent elements, which are key and value of all heads,
/// and p of its position: mla_decode(q, cache, latent<512>).
///
/// FLOP     2 b n (2 r + p) pairs and the softmax, as attention; causal unless said otherwise.
/// Traffic  q, o and the cache, each once: a token is read once for key and value. With selected<k> at least k tokens of a
///          sequence (all, for one query), and an i32 for each token that a query is given.
/// Options  latent<r> (required); causal (default), full, window<w>, candidate_tree(...); selected<k>; split_kv<N>;
///          paged<page>; shared_prefix<p>; out<T> (default: the format of q), math<T>, on<R>.
/// Errors   as attention; r beyond the elements of a token; no latent<r>.
/// Source   DeepSeek-V2, arXiv 2405.04434, section 2.1; DeepSeek-V3.2-Exp, 2025 (selected). Its projections are matmuls.
template<class T, std::int64_t B, std::int64_t S, std::int64_t N, std::int64_t C, class U, std::int64_t... K,
         class... Options>
    requires(sizeof...(K) == 3)
ROOFLINE_ALWAYS_INLINE
constexpr auto mla_decode(const tensor<T, B, S, N, C>& q, const tensor<U, K...>& cache,
                          const Options&... options) {  // (b,s,n,r+p), (b,S,r+p) -> (b,s,n,r)
    constexpr std::int64_t r = detail::attending::latent_of<Options...>;
    if constexpr (r == 0 && !(detail::refused_count<Options> || ...) && !detail::attending::any_poison<Options...>) {
        static_assert(r != 0, "mla_decode: say how many elements of a token are its values with latent<>");
        return poison{};
    } else {
        using out = typename detail::out_or<T, Options...>::type;
        using result = detail::attending::attention_result<out, B, detail::static_extents<K...>[0], S, N, r>;
        constexpr auto form = detail::attending::attention_form::latent;
        return detail::attending::attention_of<"mla_decode", form, detail::attending::mla_decode_takes, causal_mask, result>(
            detail::tensors<tensor<T, B, S, N, C>, tensor<U, K...>>{q, {cache, {}}}, options...);
    }
}

/// Anything but a tensor of rank 4 and one of rank 3.
template<class Q, class Cache, class... Options>
    requires detail::ours<Q, Cache>
constexpr poison mla_decode(const Q&, const Cache&, const Options&...) {
    if constexpr (!detail::attending::any_poison<Q, Cache>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::attending::mla_decode_ranks_fault<Q, Cache>>>,
                      "mla_decode: takes a tensor of rank 4 and one of rank 3");
    return {};
}

/// Multi-head latent attention on keys and values of their own for each head, but positions shared by all:
/// (b,s,n,d+p), (b,S,n,d), (b,S,p), (b,S,n,e) -> (b,s,n,e). (Keys of d + p elements a head are plain attention.)
///
/// FLOP     2 b n (d + p + e) pairs and the softmax, as attention; causal unless said otherwise.
/// Traffic  q, k, k_rope, v and o, each once.
/// Options  those of attention.
/// Errors   as attention; as many key heads as query heads.
/// Source   DeepSeek-V2, arXiv 2405.04434, section 2.1.
template<class T, std::int64_t B, std::int64_t S, std::int64_t N, std::int64_t D, class U, std::int64_t... K, class R,
         std::int64_t... P, class V, std::int64_t... W, class... Options>
    requires(sizeof...(K) == 4 && sizeof...(P) == 3 && sizeof...(W) == 4)
ROOFLINE_ALWAYS_INLINE
constexpr auto mla_prefill(const tensor<T, B, S, N, D>& q, const tensor<U, K...>& k, const tensor<R, P...>& k_rope,
                           const tensor<V, W...>& v,
                           const Options&... options) {  // (b,s,n,d+p), (b,S,n,d), (b,S,p), (b,S,n,e) -> (b,s,n,e)
    using out = typename detail::out_or<T, Options...>::type;
    using result =
        detail::attending::attention_result<out, B, detail::static_extents<K...>[0], S, N, detail::static_extents<W...>[3]>;
    constexpr auto form = detail::attending::attention_form::expanded;
    return detail::attending::attention_of<"mla_prefill", form, detail::attending::mla_prefill_takes, causal_mask, result>(
        detail::tensors<tensor<T, B, S, N, D>, tensor<U, K...>, tensor<R, P...>, tensor<V, W...>>{q, {k, {k_rope, {v, {}}}}},
        options...);
}

/// Anything but tensors of rank 4, 4, 3 and 4.
template<class Q, class K, class R, class V, class... Options>
    requires detail::ours<Q, K, R, V>
constexpr poison mla_prefill(const Q&, const K&, const R&, const V&, const Options&...) {
    if constexpr (!detail::attending::any_poison<Q, K, R, V>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::attending::mla_prefill_ranks_fault<Q, K, R, V>>>,
                      "mla_prefill: takes tensors of rank 4, 4, 3 and 4");
    return {};
}

}  // namespace roofline
