// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/engine.hpp>

namespace roofline {

/// Sum of two tensors of one shape, as in a residual connection: (...) + (...) -> (...).
///
/// FLOP     1 per element, on vector_math<fp32> unless math<> says otherwise.
/// Traffic  both operands read, the result written. (Fused into its producer it moves one operand less.)
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   different shapes: do not compile, or throw shape_error.
template<class T, std::int64_t... E, class U, std::int64_t... F, class... Options>
constexpr auto add(const tensor<T, E...>& x, const tensor<U, F...>& y, const Options&...) {  // (...) + (...) -> (...)
    using a = tensor<T, E...>;
    using b = tensor<U, F...>;
    static_assert((detail::is_option<Options> && ...), "add: after the operands come out<>, math<> or on<>");
    if constexpr (!detail::may_be_same_shape(detail::extents_of_type<a>::value, detail::extents_of_type<b>::value)) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_shapes_fault<"add", a, b>>>,
                      "add: the shapes must be equal");
        return poison{};
    } else {
        using result = tensor<typename detail::out_or<T, Options...>::type, E...>;
        using engine = detail::elementwise_engine<Options...>;
        const detail::shape_view shape = detail::shape_of(x);
        if (!detail::same_shape(shape, detail::shape_of(y)))
            detail::the_shapes_of_an_operator_must_agree(detail::shapes_fault("add", shape, detail::shape_of(y)));
        const auto z = detail::tensor_with<result>(shape);
        const demands<step<engine, memory<dram>>> list{
            {{{static_cast<double>(elements(x)), 0}, detail::moved(detail::bits_of(x) + detail::bits_of(y), detail::bits_of(z))}}};
        return detail::make_operation(list, z, detail::tensors<a, b>{x, {y, {}}});
    }
}

/// Anything but two tensors.
template<class X, class Y, class... Options>
constexpr poison add(const X&, const Y&, const Options&...) {
    static_assert(detail::is_poison<X> || detail::is_poison<Y>, "add: takes two tensors");
    return {};
}

}  // namespace roofline
