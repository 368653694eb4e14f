// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/kernel.hpp>

#include <utility>

/// How the extents of a result follow from those of the operand.
namespace roofline::inline ROOFLINE_ABI::detail::elementwise {

/// A rule says which shapes it takes, the rank of the result, and each extent: in a type some may be dyn and stay so.
struct shape_rule {
    ROOFLINE_ALWAYS_INLINE
    static constexpr bool fits(shape_view) { return true; }
    static constexpr sentence fault(std::string_view, shape_view) { return {}; }
    static constexpr int rank(int of_operand) { return of_operand; }
};

/// (...,2 I) -> (...,I).
struct halved : shape_rule {
    ROOFLINE_ALWAYS_INLINE
    static constexpr bool fits(shape_view x) { return x[x.rank - 1] % 2 == 0; }  // dyn is even
    ROOFLINE_ALWAYS_INLINE
    static constexpr std::int64_t extent(shape_view x, int axis) {
        return axis + 1 == x.rank && x[axis] != dyn ? x[axis] / 2 : x[axis];
    }
    static constexpr sentence fault(std::string_view name, shape_view x) {
        return sentence("{} of {}: the last axis holds gate and value side by side and must be even", {name, x});
    }
};
/// (...,n) -> (...).
struct without_last : shape_rule {
    static constexpr int rank(int of_operand) { return of_operand - 1; }
    ROOFLINE_ALWAYS_INLINE
    static constexpr std::int64_t extent(shape_view x, int axis) { return x[axis]; }
};
/// (...,m,n) -> (...,n,m).
struct swapped : shape_rule {
    ROOFLINE_ALWAYS_INLINE
    static constexpr std::int64_t extent(shape_view x, int axis) {
        return axis + 2 < x.rank ? x[axis] : x[2 * x.rank - 3 - axis];
    }
};

template<class Rule, class Out, class Tensor, class Axes>
struct reshaped;
template<class Rule, class Out, class T, std::int64_t... E, std::size_t... Axis>
struct reshaped<Rule, Out, tensor<T, E...>, std::index_sequence<Axis...>> {
    using type = tensor<Out, Rule::extent({static_extents<E...>, sizeof...(E)}, static_cast<int>(Axis))...>;
};

template<class Rule, int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr void put_extents(std::int64_t* to, shape_view x) {
    if constexpr (Rank > 0) {
        put_extents<Rule, Rank - 1>(to, x);
        to[Rank - 1] = Rule::extent(x, Rank - 1);
    }
}

/// The result, and whether the rule takes the shape.
template<class Rule, class Out, class Tensor>
struct result_by;
template<class Rule, class Out, class T, std::int64_t... E>
struct result_by<Rule, Out, tensor<T, E...>> {
    using type = typename reshaped<Rule, Out, tensor<T, E...>,
                                   std::make_index_sequence<static_cast<std::size_t>(Rule::rank(sizeof...(E)))>>::type;
    static constexpr bool fits = Rule::fits({static_extents<E...>, sizeof...(E)});

    ROOFLINE_ALWAYS_INLINE
    static constexpr type make(std::string_view name, shape_view x) {
        if (!Rule::fits(x)) the_shapes_of_an_operator_must_agree(Rule::fault(name, copied<sizeof...(E)>(x)));
        std::int64_t extents[sizeof...(E) + 1]{};
        constexpr int rank = Rule::rank(sizeof...(E));
        put_extents<Rule, rank>(extents, x);
        return tensor_with<type>({extents, rank});
    }
};
template<class Out, class T, std::int64_t... E>
struct result_by<same_extents_rule, Out, tensor<T, E...>> {
    using type = tensor<Out, E...>;
    static constexpr bool fits = true;
    ROOFLINE_ALWAYS_INLINE
    static constexpr type make(std::string_view, shape_view x) { return tensor_with<type>(x); }
};

template<class Kernel, class X>
struct static_shape_fault {
    static constexpr sentence value = Kernel::shape::fault(Kernel::name, extents_of_type<X>::value);
};

}  // namespace roofline::detail::elementwise
