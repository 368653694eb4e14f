// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/attention.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// Attention of s candidates of speculative decoding, verified at once: (b,s,n,d), (b,S,g,d), (b,S,g,e) -> (b,s,n,e).
/// The keys are S - s from the cache and then those of the candidates.
///
/// FLOP     as attention. Pairs: a chain of candidates is causal; in a tree each sees the S - s keys of the cache, its
///          ancestors and itself.
/// Options  causal (default), candidate_tree(parents...), and those of attention but `full`.
/// Errors   as attention; a tree of another number of candidates than s.
/// Source   Miao 2024, arXiv 2305.09781; Cai 2024, arXiv 2401.10774.
template<class T, std::int64_t B, std::int64_t S, std::int64_t N, std::int64_t D, class U, std::int64_t... K, class V,
         std::int64_t... W, class... Options>
    requires(sizeof...(K) == 4 && sizeof...(W) == 4)
ROOFLINE_ALWAYS_INLINE
constexpr auto verify(const tensor<T, B, S, N, D>& q, const tensor<U, K...>& k, const tensor<V, W...>& v,
                      const Options&... options) {  // (b,s,n,d), (b,S,g,d), (b,S,g,e) -> (b,s,n,e)
    using out = typename detail::out_or<T, Options...>::type;
    using result =
        detail::attending::attention_result<out, B, detail::static_extents<K...>[0], S, N, detail::static_extents<W...>[3]>;
    constexpr auto form = detail::attending::attention_form::grouped;
    constexpr unsigned allowed = detail::attending::attention_takes & ~unsigned{detail::attending::takes_full};
    return detail::attending::attention_of<"verify", form, allowed, causal_mask, result>(
        detail::tensors<tensor<T, B, S, N, D>, tensor<U, K...>, tensor<V, W...>>{q, {k, {v, {}}}}, options...);
}

/// Anything but three tensors of rank 4.
template<class Q, class K, class V, class... Options>
    requires detail::ours<Q, K, V>
constexpr poison verify(const Q&, const K&, const V&, const Options&...) {
    if constexpr (!detail::attending::any_poison<Q, K, V>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::attending::attention_ranks_fault<Q, K, V>>>,
                      "verify: takes three tensors of rank 4");
    return {};
}

}  // namespace roofline
