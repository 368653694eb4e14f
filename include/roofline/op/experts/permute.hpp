// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/engine.hpp>
#include <roofline/op/experts/routing.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {

constexpr sentence permute_fault(shape_view x, std::int64_t k) {
    return sentence("permute of {}: with k = {} the result has more than 2^53 elements", {x, k});
}
template<class X, std::int64_t K>
struct static_permute_fault {
    static constexpr sentence value = permute_fault(extents_of_type<X>::value, K);
};
[[noreturn]] inline void the_result_of_a_permute_must_be_countable(const sentence& why) { throw_shape_error(why); }

constexpr bool permutable(shape_view x, std::int64_t k) {
    const std::int64_t all[] = {x[0], x[1], k};
    return countable({all, 3});
}

/// Whether y (R,h) and weights (T,k) may be combined: R = T k.
constexpr bool may_combine(std::int64_t rows, std::int64_t tokens, std::int64_t k) {
    return rows == dyn || ((tokens == dyn || rows % tokens == 0) && (k == dyn || rows % k == 0) &&
                           (tokens == dyn || k == dyn || rows / tokens == k));
}
constexpr sentence combine_fault(shape_view y, shape_view weights) {
    return sentence("combine of {} and weights {}: y has a row for each weight", {y, weights});
}
template<class Y, class Weights>
struct static_combine_fault {
    static constexpr sentence value = combine_fault(extents_of_type<Y>::value, extents_of_type<Weights>::value);
};
[[noreturn]] inline void the_rows_and_weights_of_a_combine_must_agree(const sentence& why) { throw_shape_error(why); }

}  // namespace detail

/// Copies each token's row to each of its k experts, sorted by expert: (T,h) -> (T k,h).
///
/// FLOP     none
/// Traffic  x and the T k ids (i32) read, T k rows written.
/// Options  top_k<k> (needed).
/// Errors   rank other than 2, no top_k<>: do not compile.
template<class T, std::int64_t Rows, std::int64_t H, std::int64_t K>
ROOFLINE_ALWAYS_INLINE
constexpr auto permute(const tensor<T, Rows, H>& x, const count<top_k_count, K>& top) {  // (T,h) -> (T k,h)
    using xs = tensor<T, Rows, H>;
    constexpr detail::shape_view type = detail::extents_of_type<xs>::value;
    if constexpr (detail::refused_count<count<top_k_count, K>>) {
        static_cast<void>(detail::refuse_count<count<top_k_count, K>>{});
        return poison{};
    } else if constexpr (!detail::permutable(type, K)) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_permute_fault<xs, K>>>,
                      "permute: the result has too many elements");
        return poison{};
    } else {
        constexpr std::int64_t rows = Rows == dyn || K == dyn ? dyn : Rows * K;
        const detail::shape_view shape = detail::shape_of(x);
        const std::int64_t k = detail::value_of(top);
        if (!detail::permutable(shape, k))
            detail::the_result_of_a_permute_must_be_countable(detail::permute_fault(shape, k));
        const std::int64_t extents[] = {shape[0] * k, shape[1]}, id_extents[] = {shape[0], k};
        const auto y = detail::tensor_with<tensor<T, rows, H>>({extents, 2});
        using id_tensor = tensor<i32, Rows, K>;
        const auto ids = detail::tensor_with<id_tensor>({id_extents, 2});
        const amount moved = detail::moved(detail::bits_of(x) + detail::bits_of(ids), detail::bits_of(y));
        return detail::make_operation(demands<step<memory<dram>>>{{{moved}}}, y,
                                      detail::tensors<xs, id_tensor>{x, {ids, {}}});
    }
}

/// Brings the rows back and adds up each token's k, weighted: (T k,h), (T,k) -> (T,h). The inverse of permute.
///
/// FLOP     2 T k h on vector_math<fp32> unless math<> says otherwise.
/// Traffic  y and the weights read, T rows written. Where each row came from is taken as part of its place: an index of
///          T k x 4 B, where a kernel reads one, is not counted.
/// Options  out<T> (default: the format of y), math<T>, on<R>.
/// Errors   integer formats, ranks other than 2, rows that are not one for each weight: do not compile, or throw
///          shape_error.
template<class T, std::int64_t R, std::int64_t H, class U, std::int64_t Rows, std::int64_t K, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto combine(const tensor<T, R, H>& y, const tensor<U, Rows, K>& weights,
                       const Options&...) {  // (T k,h), (T,k) -> (T,h)
    using ys = tensor<T, R, H>;
    using ws = tensor<U, Rows, K>;
    static_assert((detail::is_option<Options> && ...), "combine: after the operands come out<>, math<> or on<>");
    if constexpr (!detail::given_once<Options...>) {
        return detail::refuse_repeated<detail::given_once<Options...>>();
    } else if constexpr (!real_dtype<T> || !real_dtype<U>) {
        using wrong = std::conditional_t<real_dtype<T>, U, T>;
        static_assert(diagnostic::accepted<diagnostic::refused<detail::not_real<wrong>>>,
                      "combine: cannot take this number format");
        return poison{};
    } else if constexpr (!detail::may_combine(R, Rows, K)) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_combine_fault<ys, ws>>>,
                      "combine: there must be a row for each weight");
        return poison{};
    } else {
        const detail::shape_view shape = detail::shape_of(y), w = detail::shape_of(weights);
        if (!detail::may_combine(shape[0], w[0], w[1]))
            detail::the_rows_and_weights_of_a_combine_must_agree(detail::combine_fault(shape, w));
        const std::int64_t extents[] = {w[0], shape[1]};
        const auto z = detail::tensor_with<tensor<typename detail::out_or<T, Options...>::type, Rows, H>>({extents, 2});
        using list = demands<step<detail::elementwise_engine<Options...>, memory<dram>>>;
        const amount moved = detail::moved(detail::bits_of(y) + detail::bits_of(weights), detail::bits_of(z));
        return detail::make_operation(list{{{{2 * static_cast<double>(elements(y)), 0}, moved}}}, z,
                                      detail::tensors<ys, ws>{y, {weights, {}}});
    }
}

/// Anything but a tensor of rank 2 and top_k<>.
template<class X, class... Options>
    requires detail::ours<X>
constexpr poison permute(const X&, const Options&...) {
    static_assert(detail::is_poison<X>, "permute: takes a tensor of rank 2, (T,h), and top_k<k>");
    return {};
}
/// Anything but two tensors of rank 2.
template<class Y, class Weights, class... Options>
    requires detail::ours<Y, Weights>
constexpr poison combine(const Y&, const Weights&, const Options&...) {
    static_assert(detail::is_poison<Y> || detail::is_poison<Weights>,
                  "combine: takes two tensors of rank 2, (T k,h) and (T,k)");
    return {};
}

}  // namespace roofline
