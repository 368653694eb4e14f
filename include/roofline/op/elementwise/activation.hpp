// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>

namespace roofline::inline ROOFLINE_ABI {

struct erf_form_option {
    static constexpr std::string_view name = "erf_form"sv;
};
/// gelu by the error function and not by its approximation with tanh.
inline constexpr erf_form_option erf_form{};

namespace detail::elementwise {
struct relu_kernel : kernel {
    static constexpr std::string_view name = "relu"sv;
    static constexpr cost element{1};  // a maximum with zero
};
struct silu_kernel : kernel {
    static constexpr std::string_view name = "silu"sv;
    using calls = functions<special::exp2, special::reciprocal>;
    static constexpr cost element{2, 1, 1};  // x * 1 / (1 + exp2(-x)): a sum and a product
};
struct gelu_kernel : kernel {
    static constexpr std::string_view name = "gelu"sv;
    using options = known<any_out, any_engine, erf_form_option>;
    using calls = functions<special::tanh>;
    static constexpr cost element{7, 1};  // x (1 + tanh(x (k + k' x x))) / 2
};
struct gelu_erf_kernel : gelu_kernel {
    using calls = functions<special::exp2, special::reciprocal>;
    static constexpr cost element{17, 1, 1};
};
}  // namespace detail::elementwise

/// max(x, 0), (...) -> (...).
///
/// FLOP     1 per element, on vector_math<fp32> unless math<> says otherwise.
/// Traffic  read + write.
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   integer formats, rank 0: do not compile.
template<class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto relu(const X& x, const Options&... options) {  // (...) -> (...)
    return detail::elementwise::pointwise<detail::elementwise::relu_kernel>(x, options...);
}

/// x / (1 + exp(-x)), (...) -> (...).
///
/// FLOP     4 per element: exp2 (which takes the sign and the factor log2 e into its operand), the sum with one, the
///          reciprocal and a product. 1 exp2 and 1 reciprocal are special_math, 2 run on vector_math<fp32> unless math<>
///          says otherwise.
/// Traffic  read + write.
/// Options, errors as of relu.
template<class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto silu(const X& x, const Options&... options) {  // (...) -> (...)
    return detail::elementwise::pointwise<detail::elementwise::silu_kernel>(x, options...);
}

/// x times the normal distribution function of x, (...) -> (...).
///
/// FLOP     8 per element, of which 1 tanh: x x, times and plus a constant, times x, tanh, plus one, times x, halved.
///          erf_form: 19, of which 1 exp2 and 1 reciprocal. No machine has an erf, so it is counted as the formula of
///          Abramowitz and Stegun that is good to 1.5e-7: t = 1 / (1 + p |x|) is 3, a polynomial of degree 5 in t is 9, the
///          exponential of x x is 2, their product taken from one is 2; then plus one, times x, halved. Signs and
///          absolute values are taken with an operand.
/// Traffic  read + write.
/// Options  erf_form, and those of relu.
/// Errors   as of relu.
/// Source   Hendrycks and Gimpel 2016, arXiv 1606.08415; Abramowitz and Stegun 1964, formula 7.1.26.
template<class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto gelu(const X& x, const Options&... options) {  // (...) -> (...)
    using namespace detail::elementwise;
    return pointwise<kernel_by<erf_form_option, gelu_erf_kernel, gelu_kernel, Options...>>(x, options...);
}

}  // namespace roofline
