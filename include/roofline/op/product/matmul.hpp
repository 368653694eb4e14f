// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/product/epilogue.hpp>
#include <roofline/op/product/math.hpp>
#include <roofline/op/product/tiled.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// Matrix product, (M,K) x (K,N) -> (M,N).
///
/// FLOP     2 M N K in the math of the operands: their common one, else the wider (bf16 x int4 runs in bf16), else math<>.
/// Traffic  x + w + y, each once at its own storage width, scales included.
/// Options  out<T> (default: the format of x), math<In, Accumulate, Sparsity>, on<vector_math<T>>, tiled<tile<M, N, K>>.
///
/// With tiled<tile<m, n, k>> (dynamic: tiled<tile<dyn, dyn, dyn>>(m, n, k)) the operator has tiles(), and beside DRAM
/// LLC      ceil(N/n) |x| + ceil(M/m) |w| read, y written: each tile of the result reads its panels, K as it is stored. Tiles
///          at the edge read the rows and columns that there are; a block cut by tiles gives its scale to each.
/// Shared   what comes from the LLC, written once and read once: at least, as what a tile reads again is not counted.
/// FLOP     2 ceil(M/m)m ceil(N/n)n ceil(K/k)k, of which all above 2 M N K is padding: time and no work.
///
/// In one kernel with the product, on vector_math<fp32>:
/// with_bias(b)    b (N) read, M N FLOP.
/// accumulate(c)   beta c: c (M,N) read, 2 M N FLOP.
/// epilogue<n>     n M N FLOP; widen<n>: n K N.
/// split_k<s>      s M N partial sums in the format of the accumulator, written and read; a second step adds them up, s M N
///                 FLOP, and does what is to be done to the result.
///
/// Errors   rank, inner extents, index formats, operands without a common math: do not compile when static; extents that
///          disagree at run time throw shape_error.
template<class T, std::int64_t Rows, std::int64_t K, class U, std::int64_t L, std::int64_t N, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto matmul(const tensor<T, Rows, K>& x, const tensor<U, L, N>& w,
                      const Options&... options) {  // (M,K) x (K,N) -> (M,N)
    using types = detail::matmul_types<T, U, Options...>;
    using y = typename types::result;
    if constexpr (types::all_right(1, 1, Rows, K, L, N))
        return detail::static_product<typename types::list, y, T, U, Rows, K, N>{
            detail::matmul_demands<types>(1, Rows, K, N), {}};
    else if constexpr ((detail::is_epilogue<Options> || ...))
        return detail::product_with_epilogue<"matmul">(x, w, options...);
    else if constexpr ((detail::is_tiling<Options> || ...))
        return detail::tiled_product<"matmul">(x, w, options...);
    else
        return detail::checked_product<"matmul", types, tensor<y, Rows, N>,
                                       detail::extents_may_agree(1, 1, Rows, K, L, N)>(x, w);
}

/// Anything but two tensors of rank 2.
template<class X, class W, class... Options>
    requires detail::ours<X, W>
constexpr poison matmul(const X&, const W&, const Options&...) {
    if constexpr (!detail::is_poison<X> && !detail::is_poison<W>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::matmul_rank_fault<"matmul", X, W>>>,
                      "matmul: takes two tensors of rank 2, (M,K) x (K,N)");
    return {};
}

namespace detail {
template<class X, class W, class... Options>
inline constexpr bool can_multiply = false;
template<class T, std::int64_t Rows, std::int64_t K, class U, std::int64_t L, std::int64_t N, class... Options>
inline constexpr bool can_multiply<tensor<T, Rows, K>, tensor<U, L, N>, Options...> =
    (tiled_types<T, U, Options...>::ok && !(refused_tile<Options> || ...) &&
     (extents_agree(1, 1, Rows, K, L, N) || extents_may_agree(1, 1, Rows, K, L, N))) ||
    ((is_epilogue<Options> || ...) && can_have_epilogue<tensor<T, Rows, K>, tensor<U, L, N>, Options...>);
}  // namespace detail

/// Whether matmul(x, w, options...) compiles: the question without the error.
template<class X, class W, class... Options>
concept multipliable = detail::can_multiply<std::remove_cvref_t<X>, std::remove_cvref_t<W>, std::remove_cvref_t<Options>...>;

}  // namespace roofline
