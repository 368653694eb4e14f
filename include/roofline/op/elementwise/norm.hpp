// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>

namespace roofline::inline ROOFLINE_ABI {

template<class Tensor>
struct residual_option {
    static constexpr std::string_view name = "residual()"sv;
    Tensor tensor;
};
/// rms_norm(x, weight, residual(r)): the norm of x + r. The sum is written, too, in the format of r: it is the residual of
/// the next layer.
template<class T, std::int64_t... E>
ROOFLINE_ALWAYS_INLINE
constexpr residual_option<tensor<T, E...>> residual(const tensor<T, E...>& r) {
    return {r};
}
template<class X>
constexpr residual_option<poison> residual(const X&) {
    static_assert(detail::is_poison<X>, "residual: takes a tensor");
    return {};
}

namespace detail::elementwise {

struct any_residual;
}  // namespace detail::elementwise
template<class Tensor>
struct detail::what_is_said<residual_option<Tensor>> {
    using type = detail::elementwise::any_residual;
};

namespace detail::elementwise {

struct any_residual {
    static constexpr std::string_view name = "residual()"sv;
};
template<class Tensor>
inline constexpr bool is_kind<any_residual, residual_option<Tensor>> = true;

struct norm_kernel : kernel {
    using options = known<any_out, any_engine, any_residual>;
    using calls = functions<special::rsqrt>;
    static constexpr cost row(std::int64_t) { return {0, 1}; }
};
template<class Kernel>
struct with_residual : Kernel {
    static constexpr cost element{Kernel::element.flops + 1};
};

/// The residual among the options, as a list of none or one.
ROOFLINE_ALWAYS_INLINE
constexpr tensors<> residual_among() { return {}; }
template<class First, class... Rest>
ROOFLINE_ALWAYS_INLINE
constexpr auto residual_among(const First& first, const Rest&... rest) {
    if constexpr (is_kind<any_residual, First>)
        return tensors<decltype(first.tensor)>{first.tensor, {}};
    else
        return residual_among(rest...);
}

constexpr sentence weight_fault(std::string_view name, shape_view x, shape_view weight) {
    return sentence("{} of {} takes a weight of ({}), not {}", {name, x, x[x.rank - 1], weight});
}
template<class Kernel, class X, class Weight>
struct static_weight_fault {
    static constexpr sentence value = weight_fault(Kernel::name, extents_of_type<X>::value, extents_of_type<Weight>::value);
};

constexpr bool may_be_weight_length(std::int64_t a, std::int64_t b) { return a == b || a == dyn || b == dyn; }
/// Whether W can be a weight of X, as far as the types tell.
template<class X, class W>
inline constexpr bool is_weight_of = false;
template<class T, std::int64_t... E, class U, std::int64_t H>
inline constexpr bool is_weight_of<tensor<T, E...>, tensor<U, H>> =
    may_be_weight_length(static_extents<E...>[sizeof...(E) - 1], H);
template<class W>
inline constexpr bool is_real_tensor = false;
template<class T, std::int64_t... E>
inline constexpr bool is_real_tensor<tensor<T, E...>> = !is_integer<T>;

template<class X, class First, class... Rest>
struct first_wrong_weight : first_wrong_weight<X, Rest...> {};
template<class X, class First, class... Rest>
    requires(!is_weight_of<X, First> || !is_real_tensor<First>)
struct first_wrong_weight<X, First, Rest...> {
    using type = First;
};
template<class Kernel, class X, class... W>
constexpr poison refuse_weight() {
    using wrong = typename first_wrong_weight<X, W...>::type;
    if constexpr (!is_real_tensor<wrong>)
        return refuse_kernel<Kernel, typename format_of_operand<wrong>::type, Kernel::rank>();
    else
        static_assert(diagnostic::accepted<diagnostic::refused<static_weight_fault<Kernel, X, wrong>>>,
                      "a norm takes a weight of rank 1 as long as the last axis");
    return {};
}

template<int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t weight_bits(std::string_view, shape_view, const tensors<>&) {
    return 0;
}
template<int Rank, class First, class... Rest>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t weight_bits(std::string_view name, shape_view x,
                                   const tensors<First, Rest...>& weights) {
    const shape_view weight = shape_of(weights.first);
    if (weight[0] != x[Rank - 1])
        the_shapes_of_an_operator_must_agree(weight_fault(name, copied<Rank>(x), copied<1>(weight)));
    return bits_of(weights.first) + weight_bits<Rank>(name, x, weights.rest);
}

/// x + r, which is written, and its norm.
template<class Kernel, int Rank, class... Options, class X, class R, class Y, class... W>
ROOFLINE_ALWAYS_INLINE
constexpr auto norm_of_sum(const X& x, const R& r, const Y& y, std::int64_t read, const tensors<W...>& weights) {
    if constexpr (!may_be_same_shape(extents_of_type<X>::value, extents_of_type<R>::value)) {
        static_assert(diagnostic::accepted<diagnostic::refused<pair_fault<Kernel, X, R>>>,
                      "a norm takes a residual of the shape of its operand");
        return poison{};
    } else {
        if (!equal_extents<Rank>(shape_of(x).extents, shape_of(r).extents))
            the_shapes_of_an_operator_must_agree(
                shapes_fault(Kernel::name, copied<Rank>(shape_of(x)), copied<Rank>(shape_of(r))));
        return kernel_operation<with_residual<Kernel>, Rank, Options...>(
            shape_of(x).extents, moved(read + bits_of(r), bits_of(y) + bits_of(r)), y,
            tensors<X, R, also_written<R>, W...>{x, {r, {{r}, weights}}});
    }
}

/// A norm over the last axis with some weights.
template<class Kernel, class T, std::int64_t... E, class... W, class... Options>
    requires(is_tensor<W> && ...)
ROOFLINE_ALWAYS_INLINE
constexpr auto norm(const tensor<T, E...>& x, const tensors<W...>& weights, const Options&... options) {
    using xs = tensor<T, E...>;
    if constexpr ((std::is_same_v<residual_option<poison>, Options> || ...)) {
        return poison{};
    } else if constexpr (fault_of<Kernel, T, sizeof...(E), Options...> != fault::none) {
        return refuse_kernel<Kernel, T, sizeof...(E), Options...>();
    } else if constexpr (!((is_weight_of<xs, W> && is_real_tensor<W>) && ...)) {
        return refuse_weight<Kernel, xs, W...>();
    } else {
        const shape_view shape = shape_of(x);
        const auto y = tensor_with<tensor<typename out_or<T, Options...>::type, E...>>(shape);
        constexpr int rank = sizeof...(E);
        const std::int64_t read = bits_of(x) + weight_bits<rank>(Kernel::name, shape, weights);
        const auto sum = residual_among(options...);
        if constexpr (std::is_same_v<decltype(sum), const tensors<>>)
            return kernel_operation<Kernel, rank, Options...>(shape.extents, moved(read, bits_of(y)), y,
                                                              tensors<xs, W...>{x, weights});
        else
            return norm_of_sum<Kernel, rank, Options...>(x, sum.first, y, read, weights);
    }
}
template<class Kernel, class X, class... W, class... Options>
constexpr poison norm(const X&, const tensors<W...>&, const Options&...) {
    return refuse_operands<Kernel, X, W...>();
}

}  // namespace detail::elementwise

}  // namespace roofline
