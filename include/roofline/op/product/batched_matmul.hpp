// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/product/epilogue.hpp>
#include <roofline/op/product/math.hpp>
#include <roofline/op/product/tiled.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// As many matrix products as there are batches, each with a weight of its own: (B,M,K) x (B,K,N) -> (B,M,N).
///
/// FLOP     2 B M N K; math, options and errors as matmul.
/// Traffic  x + w + y, each once. (A weight shared by all batches makes it a matmul of B M rows.)
template<class T, std::int64_t B, std::int64_t Rows, std::int64_t K, class U, std::int64_t C, std::int64_t L, std::int64_t N,
         class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto batched_matmul(const tensor<T, B, Rows, K>& x, const tensor<U, C, L, N>& w,
                              const Options&... options) {  // (B,M,K) x (B,K,N) -> (B,M,N)
    using types = detail::matmul_types<T, U, Options...>;
    using y = typename types::result;
    if constexpr (types::all_right(B, C, Rows, K, L, N))
        return operation<typename types::list, tensor<y, B, Rows, N>, tensor<T, B, Rows, K>,
                         detail::as_weight<tensor<U, C, L, N>>>{
            detail::matmul_demands<types>(B, Rows, K, N), {}};
    else if constexpr ((detail::is_epilogue<Options> || ...))
        return detail::product_with_epilogue<"batched_matmul">(x, w, options...);
    else if constexpr ((detail::is_tiling<Options> || ...))
        return detail::tiled_product<"batched_matmul">(x, w, options...);
    else
        return detail::checked_product<"batched_matmul", types, tensor<y, B, Rows, N>,
                                       detail::extents_may_agree(B, C, Rows, K, L, N)>(x, w);
}

/// Anything but two tensors of rank 3.
template<class X, class W, class... Options>
    requires detail::ours<X, W>
constexpr poison batched_matmul(const X&, const W&, const Options&...) {
    if constexpr (!detail::is_poison<X> && !detail::is_poison<W>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::matmul_rank_fault<"batched_matmul", X, W>>>,
                      "batched_matmul: takes two tensors of rank 3, (B,M,K) x (B,K,N)");
    return {};
}

}  // namespace roofline
