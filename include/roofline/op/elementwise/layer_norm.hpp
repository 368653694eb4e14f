// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/norm.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::elementwise {
struct layer_norm_kernel : norm_kernel {
    static constexpr std::string_view name = "layer_norm"sv;
    static constexpr cost element{7};
};
}  // namespace detail::elementwise

/// Norm over the last axis by mean and variance, times a weight, plus a bias: (...,H), (H), (H) -> (...,H).
///
/// FLOP     7 per element: add to the sum, subtract the mean, square, add to the variance, multiply by the reciprocal root,
///          multiply by the weight, add the bias; on vector_math<fp32> unless math<> says otherwise. 1 rsqrt a row. The
///          factor 1/H, known beforehand, is taken into its operand. residual(r): 8 per element.
/// Traffic  x, weight and bias read, the result written; residual(r): r read and x + r written, too.
/// Options  residual(r), out<T> (default: the format of x), math<T>, on<R>.
/// Errors   integer formats, rank 0, weight or bias of another length, a residual of another shape: do not compile, or throw
///          shape_error.
/// Source   Ba, Kiros and Hinton 2016, arXiv 1607.06450, equation 4.
template<class X, class Weight, class Bias, class... Options>
    requires detail::ours<X, Weight, Bias>
ROOFLINE_ALWAYS_INLINE
constexpr auto layer_norm(const X& x, const Weight& weight, const Bias& bias,
                          const Options&... options) {  // (...,H), (H), (H) -> (...,H)
    using namespace detail::elementwise;
    return norm<layer_norm_kernel>(x, detail::tensors<Weight, Bias>{weight, {bias, {}}}, options...);
}

}  // namespace roofline
