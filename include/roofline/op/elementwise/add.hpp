// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::elementwise {
struct add_kernel : kernel {
    static constexpr std::string_view name = "add"sv;
    static constexpr cost element{1};
    static constexpr bool integers = true;
    static constexpr int rank = 0;
};
struct multiply_kernel : add_kernel {
    static constexpr std::string_view name = "multiply"sv;
};
}  // namespace detail::elementwise

/// Sum of two tensors of one shape, as in a residual connection: (...) + (...) -> (...).
///
/// FLOP     1 per element, on vector_math<fp32> unless math<> says otherwise.
/// Traffic  both operands read, the result written. (Fused into its producer it moves one operand less.)
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   different shapes: do not compile, or throw shape_error.
template<class X, class Y, class... Options>
    requires detail::ours<X, Y>
ROOFLINE_ALWAYS_INLINE
constexpr auto add(const X& x, const Y& y, const Options&... options) {  // (...) + (...) -> (...)
    return detail::elementwise::pointwise_pair<detail::elementwise::add_kernel>(x, y, options...);
}

/// Product of two tensors of one shape, element by element, at the cost of their sum: (...) x (...) -> (...).
template<class X, class Y, class... Options>
    requires detail::ours<X, Y>
ROOFLINE_ALWAYS_INLINE
constexpr auto multiply(const X& x, const Y& y, const Options&... options) {  // (...) x (...) -> (...)
    return detail::elementwise::pointwise_pair<detail::elementwise::multiply_kernel>(x, y, options...);
}

}  // namespace roofline
