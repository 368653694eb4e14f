// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/kernel.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::attending {
inline constexpr unsigned attention_takes = takes_formats | takes_masks | takes_materialized | takes_score_format |
                                            takes_split | takes_paged | takes_prefix | takes_blocks | takes_additive;

template<class Out, std::int64_t B, std::int64_t C, std::int64_t S, std::int64_t N, std::int64_t E>
using attention_result = tensor<Out, known(B, C), S, N, E>;

template<class Q, class K, class V>
using attention_ranks_fault = operand_ranks_fault<"q (b,s,n,d), k (b,S,g,d), v (b,S,g,e)", Q, K, V>;
}  // namespace detail::attending

/// softmax(q k^T) v for b sequences of s queries and S keys, n query heads and g heads of keys and values:
/// (b,s,n,d), (b,S,g,d), (b,S,g,e) -> (b,s,n,e).
///
/// Pairs    of a query and a key it sees, a head and sequence: full s S, causal s (S - s) + s (s + 1) / 2.
/// FLOP     2 b n (d + e) pairs in the common or wider math of q, k and v; the softmax takes 3 a pair, 1 a value of o on
///          vector_math<fp32>, 1 exp2 a pair, 1 reciprocal a row. In three kernels: 4 a pair in place of 3 and 1 a value.
/// Traffic  q and o at n heads, k and v at g heads, each once; with a window only the last min(S, s + w - 1) keys.
///          In three kernels also the scores and the probabilities, each written and read: 4 b n s S values.
/// Options  full (default), causal, window<w>, candidate_tree(...); materialized and score_format<T>; split_kv<N>;
///          paged<page>; shared_prefix<p>; additive_mask(tensor (s,S)); blocks<rows, keys>;
///          out<T> (default: the format of q), math<T>, on<R>.
/// Errors   other ranks; batches, keys, heads or head sizes that disagree; n not a multiple of g; more queries than
///          keys where the mask is not full; integers; no common math: do not compile, or throw shape_error.
/// Source   Vaswani 2017, arXiv 1706.03762; Ainslie 2023, arXiv 2305.13245 (g heads); Dao 2023, arXiv 2307.08691 (one
///          kernel). Elsewhere the diagonal is left out, every query head reads keys of its own, or o is s x s.
template<class T, std::int64_t B, std::int64_t S, std::int64_t N, std::int64_t D, class U, std::int64_t... K, class V,
         std::int64_t... W, class... Options>
    requires(sizeof...(K) == 4 && sizeof...(W) == 4)
ROOFLINE_ALWAYS_INLINE
constexpr auto attention(const tensor<T, B, S, N, D>& q, const tensor<U, K...>& k, const tensor<V, W...>& v,
                         const Options&... options) {  // (b,s,n,d), (b,S,g,d), (b,S,g,e) -> (b,s,n,e)
    using out = typename detail::out_or<T, Options...>::type;
    using result =
        detail::attending::attention_result<out, B, detail::static_extents<K...>[0], S, N, detail::static_extents<W...>[3]>;
    constexpr auto form = detail::attending::attention_form::grouped;
    return detail::attending::attention_of<"attention", form, detail::attending::attention_takes, full_mask, result>(
        detail::tensors<tensor<T, B, S, N, D>, tensor<U, K...>, tensor<V, W...>>{q, {k, {v, {}}}}, options...);
}

/// Anything but three tensors of rank 4.
template<class Q, class K, class V, class... Options>
    requires detail::ours<Q, K, V>
constexpr poison attention(const Q&, const K&, const V&, const Options&...) {
    if constexpr (!detail::attending::any_poison<Q, K, V>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::attending::attention_ranks_fault<Q, K, V>>>,
                      "attention: takes three tensors of rank 4");
    return {};
}

}  // namespace roofline
