// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/norm.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::elementwise {
struct rms_norm_kernel : norm_kernel {
    static constexpr std::string_view name = "rms_norm"sv;
    static constexpr cost element{4};  // square, add to the sum, multiply by the reciprocal root, multiply by the weight
};
}  // namespace detail::elementwise

/// Root-mean-square norm over the last axis, times a weight: (...,H), (H) -> (...,H).
///
/// FLOP     4 per element on vector_math<fp32> unless math<> says otherwise, and 1 rsqrt a row; residual(r): 5 per element.
/// Traffic  x and the weight read, the result written; residual(r): r read and x + r written, too.
/// Options  residual(r), out<T> (default: the format of x), math<T>, on<R>.
/// Errors   integer formats, rank 0, a weight of another length, a residual of another shape: do not compile, or throw
///          shape_error.
/// Source   Zhang and Sennrich 2019, arXiv 1910.07467, equation 4. Others count 5 to 9 per element.
template<class X, class Weight, class... Options>
    requires detail::ours<X, Weight>
ROOFLINE_ALWAYS_INLINE
constexpr auto rms_norm(const X& x, const Weight& weight, const Options&... options) {  // (...,H), (H) -> (...,H)
    using namespace detail::elementwise;
    return norm<rms_norm_kernel>(x, detail::tensors<Weight>{weight, {}}, options...);
}

}  // namespace roofline
