// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/kernel.hpp>
#include <roofline/op/elementwise/shape_rule.hpp>

/// From a kernel and its tensors to an operator.
namespace roofline::inline ROOFLINE_ABI::detail::elementwise {

template<class Kernel, int Rank, class... Options, class Result, class... Inputs>
ROOFLINE_ALWAYS_INLINE
constexpr auto kernel_operation(const std::int64_t* over, const amount& moved, const Result& y,
                                const tensors<Inputs...>& inputs) {
    using list = typename kernel_list<elementwise_engine<Options...>, typename Kernel::calls>::type;
    return make_operation(kernel_demands<Kernel, decltype(list::first), Rank>(over, moved), y, inputs);
}

/// A kernel of one tensor.
template<class Kernel, class T, std::int64_t... E, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto pointwise(const tensor<T, E...>& x, const Options&...) {
    using xs = tensor<T, E...>;
    if constexpr (fault_of<Kernel, T, sizeof...(E), Options...> != fault::none) {
        return refuse_kernel<Kernel, T, sizeof...(E), Options...>();
    } else {
        using rule = typename Kernel::shape;
        using made = result_by<rule, typename out_or<typename Kernel::template result<T>, Options...>::type, xs>;
        if constexpr (!made::fits) {
            static_assert(diagnostic::accepted<diagnostic::refused<static_shape_fault<Kernel, xs>>>,
                          "an elementwise operator cannot take a tensor of these extents");
            return poison{};
        } else {
            const auto y = made::make(Kernel::name, shape_of(x));
            const amount bits = moved(Kernel::reads * bits_of(x) + Kernel::given_bits, bits_of(y) - Kernel::given_bits);
            const std::int64_t* over = std::is_same_v<rule, halved> ? shape_of(y).extents : shape_of(x).extents;
            if constexpr (Kernel::reads == 1)
                return kernel_operation<Kernel, sizeof...(E), Options...>(over, bits, y, tensors<xs>{x, {}});
            else
                return kernel_operation<Kernel, sizeof...(E), Options...>(
                    over, bits, y, tensors<partly<xs>>{{x, Kernel::reads * bytes(bits_of(x))}, {}});
        }
    }
}
template<class Kernel, class X, class... Options>
constexpr poison pointwise(const X&, const Options&...) {
    return refuse_operands<Kernel, X>();
}

template<class Kernel, class A, class B>
struct pair_fault {
    static constexpr sentence value = shapes_fault(Kernel::name, extents_of_type<A>::value, extents_of_type<B>::value);
};

/// A kernel of two tensors of one shape.
template<class Kernel, class T, std::int64_t... E, class U, std::int64_t... F, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto pointwise_pair(const tensor<T, E...>& x, const tensor<U, F...>& y, const Options&...) {
    using a = tensor<T, E...>;
    using b = tensor<U, F...>;
    if constexpr (fault_of<Kernel, T, sizeof...(E), Options...> != fault::none) {
        return refuse_kernel<Kernel, T, sizeof...(E), Options...>();
    } else if constexpr (fault_of<Kernel, U, Kernel::rank, Options...> != fault::none) {
        return refuse_kernel<Kernel, U, Kernel::rank, Options...>();
    } else if constexpr (!may_be_same_shape(extents_of_type<a>::value, extents_of_type<b>::value)) {
        static_assert(diagnostic::accepted<diagnostic::refused<pair_fault<Kernel, a, b>>>,
                      "an elementwise operator takes tensors of one shape");
        return poison{};
    } else {
        using result = tensor<typename out_or<T, Options...>::type, E...>;
        constexpr int rank = sizeof...(E);
        const shape_view shape = shape_of(x);
        if (!equal_extents<rank>(shape.extents, shape_of(y).extents))
            the_shapes_of_an_operator_must_agree(shapes_fault(Kernel::name, copied<rank>(shape), copied<rank>(shape_of(y))));
        const auto z = tensor_with<result>(shape);
        return kernel_operation<Kernel, rank, Options...>(shape.extents, moved(bits_of(x) + bits_of(y), bits_of(z)), z,
                                                          tensors<a, b>{x, {y, {}}});
    }
}
template<class Kernel, class X, class Y, class... Options>
constexpr poison pointwise_pair(const X&, const Y&, const Options&...) {
    return refuse_operands<Kernel, X, Y>();
}

}  // namespace roofline::detail::elementwise
