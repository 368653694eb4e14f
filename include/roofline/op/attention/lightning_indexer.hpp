// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/attention.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::attending {

inline constexpr unsigned indexer_takes = takes_formats | takes_masks | takes_paged | takes_prefix;

template<class Q, class Keys, class W>
using indexer_ranks_fault = operand_ranks_fault<"q (b,s,n,d), keys (b,S,d), weights (b,s,n)", Q, Keys, W>;

}  // namespace detail::attending

/// The scores by which DeepSeek sparse attention selects keys: of n index heads, the sum of weight relu(q k):
/// (b,s,n,d), (b,S,d), (b,s,n) -> (b,s,S). A top-k over them gives the tokens of mla_decode(..., selected<k>).
///
/// FLOP     2 b n d pairs in the common or wider math of q and keys; 3 b n pairs on vector_math<fp32>: ReLU, weight, sum.
/// Traffic  q, keys, weights and the scores (b,s,S), each once.
/// Options  causal (default), full, window<w>, candidate_tree(...); paged<page>; shared_prefix<p>;
///          out<T> (default: fp32), math<T>, on<R>.
/// Errors   as attention; weights of other extents than the heads of q.
/// Source   DeepSeek-V3.2-Exp, 2025, equation 1.
template<class T, std::int64_t B, std::int64_t S, std::int64_t N, std::int64_t D, class U, std::int64_t C, std::int64_t K,
         std::int64_t E, class V, std::int64_t... W, class... Options>
    requires(sizeof...(W) == 3)
ROOFLINE_ALWAYS_INLINE
constexpr auto lightning_indexer(const tensor<T, B, S, N, D>& q, const tensor<U, C, K, E>& keys,
                                 const tensor<V, W...>& weights,
                                 const Options&... options) {  // (b,s,n,d), (b,S,d), (b,s,n) -> (b,s,S)
    using out = typename detail::out_or<fp32, Options...>::type;
    using result = tensor<out, detail::attending::known(B, C), S, K>;
    constexpr auto form = detail::attending::attention_form::indexer;
    return detail::attending::attention_of<"lightning_indexer", form, detail::attending::indexer_takes, causal_mask, result>(
        detail::tensors<tensor<T, B, S, N, D>, tensor<U, C, K, E>, tensor<V, W...>>{q, {keys, {weights, {}}}}, options...);
}

/// Anything but tensors of rank 4, 3 and 3.
template<class Q, class Keys, class W, class... Options>
    requires detail::ours<Q, Keys, W>
constexpr poison lightning_indexer(const Q&, const Keys&, const W&, const Options&...) {
    if constexpr (!detail::attending::any_poison<Q, Keys, W>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::attending::indexer_ranks_fault<Q, Keys, W>>>,
                      "lightning_indexer: takes tensors of rank 4, 3 and 3");
    return {};
}

}  // namespace roofline
