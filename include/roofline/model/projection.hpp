// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/pass.hpp>
#include <roofline/model/weights.hpp>
#include <roofline/op.hpp>

/// What the blocks of a model are built from.
namespace roofline::inline ROOFLINE_ABI::detail {

/// In another format, whether or not it has scales.
template<class T, class X>
constexpr auto converted(const X& x) {
    if constexpr (elementwise::has_scales<T>)
        return quantize<T>(x);
    else
        return cast<T>(x);
}

/// Activations in the format that a class of products multiplies, where the residual stream has another.
template<class Precision, class Residual, class F>
ROOFLINE_ALWAYS_INLINE
constexpr void convert(std::string_view name, std::int64_t t, std::int64_t k, F&& f) {
    if constexpr (!std::is_same_v<typename Precision::activations, Residual>)
        f(name, converted<typename Precision::activations>(tensor_of<Residual>(t, k)));
}

/// A product with formats and math of its class.
template<class Precision, class Out, class X, class W, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto multiply(const X& x, const W& w, const Options&... options) {
    if constexpr (std::is_void_v<typename Precision::math>)
        return matmul(x, w, out<Out>, options...);
    else
        return matmul(x, w, out<Out>, math<typename Precision::math>, options...);
}
template<class Precision, class Out, class F>
ROOFLINE_ALWAYS_INLINE
constexpr void project(std::string_view name, std::int64_t t, std::int64_t k, std::int64_t n, F&& f) {
    f(name, multiply<Precision, Out>(tensor_of<typename Precision::activations>(t, k),
                                     tensor_of<typename Precision::weights>(k, n)));  // (T,K) x (K,N) -> (T,N)
}
/// The same for models that may have a bias: only these bring the operator with one.
template<class Precision, class Out, class F>
ROOFLINE_ALWAYS_INLINE
constexpr void project(std::string_view name, std::int64_t t, std::int64_t k, std::int64_t n, bool biased, F&& f) {
    const auto x = tensor_of<typename Precision::activations>(t, k);
    const auto w = tensor_of<typename Precision::weights>(k, n);
    if (biased)
        f(name, multiply<Precision, Out>(x, w, with_bias(tensor_of<Out>(n))));
    else
        f(name, multiply<Precision, Out>(x, w));
}

/// Attention of queries over a cache in its format.
template<class Recipe, class Q, class K, class Mask>
ROOFLINE_ALWAYS_INLINE
constexpr auto attend(const Q& q, const K& kv, const Mask& mask) {
    if constexpr (std::is_void_v<typename Recipe::attention_math>)
        return attention(q, kv, kv, mask);
    else
        return attention(q, kv, kv, mask, math<typename Recipe::attention_math>);
}

}  // namespace roofline::detail
