// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/matmul.hpp>

namespace roofline {

/// As many matrix products as there are batches, each with a weight of its own: (B,M,K) x (B,K,N) -> (B,M,N).
///
/// FLOP     2 B M N K; math, options and errors as matmul.
/// Traffic  x + w + y, each once. (A weight shared by all batches makes it a matmul of B M rows.)
template<class T, std::int64_t B, std::int64_t M, std::int64_t K, class U, std::int64_t C, std::int64_t L, std::int64_t N,
         class... Options>
constexpr auto batched_matmul(const tensor<T, B, M, K>& x, const tensor<U, C, L, N>& w,
                              const Options&...) {  // (B,M,K) x (B,K,N) -> (B,M,N)
    using types = detail::matmul_types<T, U, Options...>;
    using xs = tensor<T, B, M, K>;
    using ws = tensor<U, C, L, N>;
    constexpr bool any_dyn = B == dyn || M == dyn || K == dyn || C == dyn || L == dyn || N == dyn;
    if constexpr (!types::ok) {
        detail::check_matmul_types<types, T, U>();
        return poison{};
    } else if constexpr (!any_dyn && B == C && detail::matmul_extents_ok(B, M, K, L, N)) {
        return operation<typename types::list, tensor<typename types::result, B, M, N>, xs, ws>{
            detail::matmul_demands<typename types::list>(T::storage, U::storage, types::result::storage, B, M, K, N), {}};
    } else if constexpr (detail::may_equal(K, L) && detail::may_equal(B, C) && any_dyn) {
        using y = typename types::result;
        return detail::runtime_product<"batched_matmul", typename types::list, xs, ws, tensor<y, B, M, N>, T, U, y>(x, w);
    } else {
        using fault = detail::static_matmul_fault<"batched_matmul", xs, ws>;
        static_assert(accepted<verdict<false, because<fault>>>, "batched_matmul: the extents do not agree");
        return poison{};
    }
}

/// Anything but two tensors of rank 3.
template<class X, class W, class... Options>
constexpr poison batched_matmul(const X&, const W&, const Options&...) {
    if constexpr (!detail::is_poison<X> && !detail::is_poison<W>)
        static_assert(accepted<verdict<false, because<detail::matmul_rank_fault<"batched_matmul", X, W>>>>,
                      "batched_matmul: takes two tensors of rank 3, (B,M,K) x (B,K,N)");
    return {};
}

}  // namespace roofline
