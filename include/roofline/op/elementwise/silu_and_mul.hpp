// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/engine.hpp>

#include <utility>

namespace roofline {

namespace detail {

template<class Tensor, class Out, class Axes>
struct gated;
template<class T, std::int64_t... E, class Out, std::size_t... Axis>
struct gated<tensor<T, E...>, Out, std::index_sequence<Axis...>> {
    // Half of the last extent; an extent not yet known stays so.
    using type = tensor<Out, (Axis + 1 == sizeof...(E) && E != dyn ? E / 2 : E)...>;
};

constexpr sentence gate_fault(shape_view x) {
    return sentence() << "silu_and_mul of " << x << ": the last axis holds gate and value side by side and must be even";
}
template<class X>
struct static_gate_fault {
    static constexpr sentence value = gate_fault(extents_of_type<X>::value);
};

}  // namespace detail

/// The gated activation silu(gate) * value of a SwiGLU block, gate and value side by side: (...,2 I) -> (...,I).
///
/// FLOP     5 per output element: exp2 (which takes the sign and the factor log2 e into its operand), the sum with one, the
///          reciprocal, and the products with gate and value. 1 exp2 and 1 reciprocal are special_math, 3 run on
///          vector_math<fp32> unless math<> says otherwise.
/// Traffic  2 I read and I written a row.
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   integer formats, rank 0, an odd last axis: do not compile, or throw shape_error.
/// Source   Shazeer 2020, arXiv 2002.05202. One published analysis counts 4.
template<class T, std::int64_t... E, class... Options>
constexpr auto silu_and_mul(const tensor<T, E...>& x, const Options&...) {  // (...,2 I) -> (...,I)
    using xs = tensor<T, E...>;
    static_assert((detail::is_option<Options> && ...), "silu_and_mul: after the operand come out<>, math<> or on<>");
    constexpr detail::shape_view type = detail::extents_of_type<xs>::value;
    if constexpr (!real_dtype<T>) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::not_real<T>>>, "silu_and_mul: cannot take this number format");
        return poison{};
    } else if constexpr (sizeof...(E) == 0) {
        static_assert(sizeof...(E) != 0, "silu_and_mul: takes a tensor of at least rank 1");
        return poison{};
    } else if constexpr (type[type.rank - 1] % 2 != 0) {  // dyn is even
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_gate_fault<xs>>>,
                      "silu_and_mul: the last axis must be even");
        return poison{};
    } else {
        using out = typename detail::out_or<T, Options...>::type;
        using result = typename detail::gated<xs, out, std::make_index_sequence<sizeof...(E)>>::type;
        using list = demands<step<detail::elementwise_engine<Options...>, special_math<special::exp2>,
                                  special_math<special::reciprocal>, memory<dram>>>;
        std::int64_t extents[sizeof...(E)]{};
        const detail::shape_view shape = detail::shape_of(x);
        for (int axis = 0; axis < shape.rank; ++axis) extents[axis] = shape[axis];
        if (extents[shape.rank - 1] % 2 != 0) detail::the_shapes_of_an_operator_must_agree(detail::gate_fault(shape));
        extents[shape.rank - 1] /= 2;
        const auto y = detail::tensor_with<result>({extents, shape.rank});
        const double count = static_cast<double>(elements(y));
        const list all{{{{3 * count, 0}, {count, 0}, {count, 0}, detail::moved(detail::bits_of(x), detail::bits_of(y))}}};
        return detail::make_operation(all, y, detail::tensors<xs>{x, {}});
    }
}

/// Anything but a tensor.
template<class X, class... Options>
constexpr poison silu_and_mul(const X&, const Options&...) {
    static_assert(detail::is_poison<X>, "silu_and_mul: takes a tensor");
    return {};
}

}  // namespace roofline
