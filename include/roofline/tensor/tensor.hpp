// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/dtype/dtype.hpp>
#include <roofline/tensor/extent.hpp>

#include <type_traits>

namespace roofline {

namespace detail {

template<class T, std::int64_t... Extents>
struct static_extents_fault {
    static constexpr sentence value = extents_fault(T::name, {static_extents<Extents...>, sizeof...(Extents)});
};

[[noreturn]] inline void every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements(const sentence& why) {
    throw shape_error(why);
}

template<int Expected, int Given>
struct extent_count {
    static constexpr sentence value = sentence("this tensor has ") << Expected << " dyn extents; " << Given << " were given";
};

template<std::int64_t... Extents>
inline constexpr bool any_dyn = ((Extents == dyn) || ...);

// The product in double may round, but never from above 2^53 to below.
template<class T, std::int64_t... Extents>
inline constexpr bool sound_tensor = dtype<T> && ((Extents > 0 || Extents == dyn) && ...) &&
                                     (1.0 * ... * (Extents == dyn ? 1.0 : static_cast<double>(Extents))) <=
                                         static_cast<double>(max_elements);

}  // namespace detail

/// A tensor as costs see it: a format and extents, no data. Row-major, the last axis fastest. No extents: a scalar.
///
///     constexpr tensor<nvfp4, 1536, 24576> weight;           // the type says all
///     tensor<nvfp4, dyn, 1536> x{batch};                     // one extent at run time, in order of the dyns
///
/// Errors: extents that are not positive or more than 2^53 elements do not compile, or throw shape_error.
template<class T, std::int64_t... Extents>
struct tensor {};

/// What no tensor can be. The refusal stands in the constructor: in the class it would make clang complain twice.
template<class T, std::int64_t... Extents>
    requires(!detail::sound_tensor<T, Extents...>)
struct tensor<T, Extents...> {
    template<class... I>
    constexpr explicit tensor(I...) {
        if constexpr (!dtype<T>)
            static_assert(dtype<T>, "tensor: the first argument must be a number format");
        else
            static_assert(accepted<verdict<false, because<detail::static_extents_fault<T, Extents...>>>>,
                          "tensor: every extent must be positive, and the elements at most 2^53");
    }
};

/// The same with at least one extent known at run time; it stores them all.
template<class T, std::int64_t... Extents>
    requires(detail::any_dyn<Extents...> && detail::sound_tensor<T, Extents...>)
struct tensor<T, Extents...> {
    std::int64_t extents[sizeof...(Extents)] = {Extents...};

    template<std::integral... I>
    constexpr explicit tensor(I... given) {
        constexpr int expected = (int{Extents == dyn} + ...);
        if constexpr (sizeof...(I) != expected) {
            static_assert(accepted<verdict<false, because<detail::extent_count<expected, sizeof...(I)>>>>,
                          "tensor: give one extent for each dyn");
        } else {
            const std::int64_t values[] = {detail::checked_extent(given)...};
            int next = 0;
            for (std::int64_t& extent : extents)
                if (extent == dyn) extent = values[next++];
            check();
        }
    }

    /// All extents, the static ones among them.
    constexpr explicit tensor(detail::shape_view all) {
        for (int axis = 0; axis < all.rank; ++axis) extents[axis] = all[axis];
        check();
    }

private:
    constexpr void check() const {
        const detail::shape_view shape{extents, sizeof...(Extents)};
        if (!detail::all_positive(shape) || !detail::countable(shape))
            detail::every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements(
                detail::extents_fault(T::name, shape));
    }
};

namespace detail {
template<class T, std::int64_t... Extents>
constexpr shape_view shape_of(const tensor<T, Extents...>& x) {
    if constexpr (any_dyn<Extents...>)
        return {x.extents, sizeof...(Extents)};
    else
        return {static_extents<Extents...>, sizeof...(Extents)};
}

/// The tensor of this type with these extents; those that the type knows are taken from it.
template<class Tensor>
constexpr Tensor tensor_with(shape_view all) {
    if constexpr (std::is_empty_v<Tensor>)
        return {};
    else
        return Tensor(all);
}

template<class T>
inline constexpr bool is_tensor = false;
template<class T, std::int64_t... Extents>
inline constexpr bool is_tensor<tensor<T, Extents...>> = true;

template<class T>
inline constexpr bool has_dyn = false;
template<class T, std::int64_t... Extents>
inline constexpr bool has_dyn<tensor<T, Extents...>> = any_dyn<Extents...>;
}  // namespace detail

}  // namespace roofline
