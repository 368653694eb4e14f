// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/engine.hpp>

namespace roofline {

namespace detail {
/// 4 per element: square, add to the sum, multiply by the reciprocal root, multiply by the weight.
template<class List>
constexpr List rms_norm_demands(shape_view x, std::int64_t read, std::int64_t written) {
    const double count = static_cast<double>(product(x));
    const double rows = count / static_cast<double>(x[x.rank - 1]);
    return {{{{4 * count, 0}, {rows, 0}, moved(read, written)}}};
}

template<class X, class Weight>
struct weight_fault {
    static constexpr sentence value = sentence() << "rms_norm of " << extents_of_type<X>::value << " takes a weight of ("
                                                 << extents_of_type<X>::value[extents_of_type<X>::value.rank - 1] << "), not "
                                                 << extents_of_type<Weight>::value;
};
}  // namespace detail

/// Root-mean-square norm over the last axis, times a weight: (...,H), (H) -> (...,H).
///
/// FLOP     4 per element on vector_math<fp32> unless math<> says otherwise, and 1 rsqrt a row.
/// Traffic  x and the weight read, the result written.
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   integer formats, rank 0, a weight of another length: do not compile, or throw shape_error.
/// Source   Zhang and Sennrich 2019, arXiv 1910.07467, equation 4. Others count 5 to 9 per element.
template<class T, std::int64_t... E, class U, std::int64_t H, class... Options>
constexpr auto rms_norm(const tensor<T, E...>& x, const tensor<U, H>& weight, const Options&...) {  // (...,H), (H) -> (...,H)
    using xs = tensor<T, E...>;
    using ws = tensor<U, H>;
    static_assert((detail::is_option<Options> && ...), "rms_norm: after the operands come out<>, math<> or on<>");
    constexpr detail::shape_view type = detail::extents_of_type<xs>::value;
    if constexpr (!real_dtype<T>) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::not_real<T>>>, "rms_norm: cannot take this number format");
        return poison{};
    } else if constexpr (sizeof...(E) == 0) {
        static_assert(sizeof...(E) != 0, "rms_norm: takes a tensor of at least rank 1");
        return poison{};
    } else if constexpr (type[type.rank - 1] != H && type[type.rank - 1] != dyn && H != dyn) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::weight_fault<xs, ws>>>,
                      "rms_norm: the weight must be as long as the last axis");
        return poison{};
    } else {
        using result = tensor<typename detail::out_or<T, Options...>::type, E...>;
        using list = demands<step<detail::elementwise_engine<Options...>, special_math<special::rsqrt>, memory<dram>>>;
        const detail::shape_view shape = detail::shape_of(x);
        if (shape[shape.rank - 1] != detail::shape_of(weight)[0])
            detail::the_shapes_of_an_operator_must_agree(
                detail::sentence() << "rms_norm of " << shape << " takes a weight of (" << shape[shape.rank - 1] << "), not "
                           << detail::shape_of(weight));
        const auto y = detail::tensor_with<result>(shape);
        return detail::make_operation(
            detail::rms_norm_demands<list>(shape, detail::bits_of(x) + detail::bits_of(weight), detail::bits_of(y)), y,
            detail::tensors<xs, ws>{x, {weight, {}}});
    }
}

/// Anything but a tensor and a weight of rank 1.
template<class X, class Weight, class... Options>
constexpr poison rms_norm(const X&, const Weight&, const Options&...) {
    static_assert(detail::is_poison<X> || detail::is_poison<Weight>, "rms_norm: takes a tensor and a weight of rank 1");
    return {};
}

}  // namespace roofline
