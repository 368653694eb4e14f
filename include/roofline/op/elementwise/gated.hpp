// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/activation.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::elementwise {
/// The activation, and the product with the value.
template<class Activation>
struct gated_kernel : Activation {
    static constexpr cost element{Activation::element.flops + 1, Activation::element.first, Activation::element.second};
};
struct swiglu_kernel : gated_kernel<silu_kernel> {
    static constexpr std::string_view name = "swiglu"sv;
};
struct reglu_kernel : gated_kernel<relu_kernel> {
    static constexpr std::string_view name = "reglu"sv;
};
template<class Gelu>
struct geglu_kernel : gated_kernel<Gelu> {
    static constexpr std::string_view name = "geglu"sv;
};
struct silu_and_mul_kernel : swiglu_kernel {
    static constexpr std::string_view name = "silu_and_mul"sv;
    using shape = halved;
};
template<class Gelu>
struct gelu_and_mul_kernel : gated_kernel<Gelu> {
    static constexpr std::string_view name = "gelu_and_mul"sv;
    using shape = halved;
};
}  // namespace detail::elementwise

/// The gated activation silu(gate) * value of a SwiGLU block, gate and value side by side: (...,2 I) -> (...,I).
///
/// FLOP     5 per output element: the 4 of silu, of which 1 exp2 and 1 reciprocal are special_math, and the product with
///          the value. 3 run on vector_math<fp32> unless math<> says otherwise.
/// Traffic  2 I read and I written a row.
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   integer formats, rank 0, an odd last axis: do not compile, or throw shape_error.
/// Source   Shazeer 2020, arXiv 2002.05202. One published analysis counts 4.
template<class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto silu_and_mul(const X& x, const Options&... options) {  // (...,2 I) -> (...,I)
    return detail::elementwise::pointwise<detail::elementwise::silu_and_mul_kernel>(x, options...);
}

/// The gated activation gelu(gate) * value of a GEGLU block, gate and value side by side: (...,2 I) -> (...,I).
///
/// FLOP     9 per output element, of which 1 tanh; erf_form: 20, of which 1 exp2 and 1 reciprocal (see gelu).
/// Traffic, errors, source as of silu_and_mul; options, too, and erf_form.
template<class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto gelu_and_mul(const X& x, const Options&... options) {  // (...,2 I) -> (...,I)
    using namespace detail::elementwise;
    using by_tanh = gelu_and_mul_kernel<gelu_kernel>;
    using by_erf = gelu_and_mul_kernel<gelu_erf_kernel>;
    return pointwise<kernel_by<erf_form_option, by_erf, by_tanh, Options...>>(x, options...);
}

/// silu(gate) * value of two tensors: (...,I), (...,I) -> (...,I).
///
/// FLOP     5 per element, of which 1 exp2 and 1 reciprocal.
/// Traffic  both read, the result written.
/// Options  out<T> (default: the format of the gate), math<T>, on<R>.
/// Errors   integer formats, rank 0, different shapes: do not compile, or throw shape_error.
/// Source   Shazeer 2020, arXiv 2002.05202.
template<class Gate, class Value, class... Options>
    requires detail::ours<Gate, Value>
ROOFLINE_ALWAYS_INLINE
constexpr auto swiglu(const Gate& gate, const Value& value, const Options&... options) {  // (...,I), (...,I) -> (...,I)
    return detail::elementwise::pointwise_pair<detail::elementwise::swiglu_kernel>(gate, value, options...);
}

/// gelu(gate) * value, as swiglu. FLOP: 9 per element, of which 1 tanh; erf_form: 20, of which 1 exp2 and 1 reciprocal.
template<class Gate, class Value, class... Options>
    requires detail::ours<Gate, Value>
ROOFLINE_ALWAYS_INLINE
constexpr auto geglu(const Gate& gate, const Value& value, const Options&... options) {  // (...,I), (...,I) -> (...,I)
    using namespace detail::elementwise;
    using by_tanh = geglu_kernel<gelu_kernel>;
    using by_erf = geglu_kernel<gelu_erf_kernel>;
    return pointwise_pair<kernel_by<erf_form_option, by_erf, by_tanh, Options...>>(gate, value, options...);
}

/// max(gate, 0) * value, as swiglu. FLOP: 2 per element.
template<class Gate, class Value, class... Options>
    requires detail::ours<Gate, Value>
ROOFLINE_ALWAYS_INLINE
constexpr auto reglu(const Gate& gate, const Value& value, const Options&... options) {  // (...,I), (...,I) -> (...,I)
    return detail::elementwise::pointwise_pair<detail::elementwise::reglu_kernel>(gate, value, options...);
}

}  // namespace roofline
