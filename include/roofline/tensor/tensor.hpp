// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/dtype/dtype.hpp>
#include <roofline/tensor/extent.hpp>

#include <type_traits>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {

template<class T, std::int64_t... Extents>
struct static_extents_fault {
    static constexpr sentence value = extents_fault(T::name, {static_extents<Extents...>, sizeof...(Extents)}, true);
};

[[noreturn]] inline void every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements(const sentence& why) {
    throw_shape_error(why);
}

template<int Expected, int Given>
struct extent_count {
    static constexpr sentence value = sentence("this tensor has {} dyn extents; {} were given", {Expected, Given});
};

template<std::int64_t... Extents>
inline constexpr bool any_dyn = ((Extents == dyn) || ...);

template<class T, std::int64_t... Extents>
inline constexpr bool sound_tensor = dtype<T> && ((Extents > 0 || Extents == dyn) && ...) &&
                                     countable({static_extents<Extents...>, sizeof...(Extents)});

}  // namespace detail

/// A tensor as costs see it: a format and extents, no data. Row-major, the last axis fastest. No extents: a scalar.
///
///     constexpr tensor<nvfp4, 1536, 24576> weight;           // the type says all
///     tensor<nvfp4, dyn, 1536> x{batch};                     // one extent at run time, in order of the dyns
///
/// Errors: extents that are not positive or more than 2^53 elements do not compile, or throw shape_error.
template<class T, std::int64_t... Extents>
struct tensor {};

/// The same with at least one extent known at run time; it stores them all. (dyn is negative, so that one constraint,
/// tested for every tensor type, sets the usual case apart. The product in double tells all but 2^53 from 2^53 + 1, so
/// both come here.) What no tensor can be is refused in the constructor: in the class it would make clang complain twice.
template<class T, std::int64_t... Extents>
    requires(!dtype<T> || ((Extents < 1) || ...) ||
             !((1.0 * ... * static_cast<double>(Extents)) < static_cast<double>(max_elements)))
struct tensor<T, Extents...> {
    std::int64_t extents[sizeof...(Extents) + (sizeof...(Extents) == 0)] = {Extents...};

    /// The run-time extents in order.
    template<class... Integers>
    ROOFLINE_ALWAYS_INLINE
    constexpr explicit tensor(Integers... given) {
        constexpr int expected = (int{Extents == dyn} + ... + 0);
        if constexpr (!dtype<T>) {
            static_assert(dtype<T>, "tensor: the first argument must be a number format");
        } else if constexpr (!detail::sound_tensor<T, Extents...>) {
            static_assert(diagnostic::accepted<diagnostic::refused<detail::static_extents_fault<T, Extents...>>>,
                          "tensor: every extent must be positive, and the elements at most 2^53");
        } else if constexpr (sizeof...(Integers) != expected || !(std::integral<Integers> && ...)) {
            static_assert(diagnostic::accepted<diagnostic::refused<detail::extent_count<expected, sizeof...(Integers)>>>,
                          "tensor: give one integer for each dyn");
        } else {
            // Folds and no loops: compilers evaluate this for every tensor of a static_assert.
            constexpr std::int64_t most = (std::numeric_limits<std::int64_t>::max)();
            const std::int64_t values[] = {std::unsigned_integral<Integers> && given > static_cast<Integers>(most)
                                               ? most
                                               : static_cast<std::int64_t>(given)...,
                                           0};
            const std::int64_t* next = values;
            std::int64_t* extent = extents;
            double elements = 1;
            bool positive = true;
            ((*extent = Extents == dyn ? *next++ : Extents, positive = positive && *extent > 0,
              elements *= static_cast<double>(*extent++)),
             ...);
            if (!positive || !(elements < static_cast<double>(max_elements))) {
                const auto shape = detail::copied<sizeof...(Extents)>({extents, sizeof...(Extents)});
                if (!positive || !detail::countable(shape))
                    detail::every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements(
                        detail::extents_fault(T::name, shape, false));
            }
        }
    }

    /// All extents, of a tensor that is known to be sound.
    ROOFLINE_ALWAYS_INLINE
    constexpr explicit tensor(detail::shape_view all) {
        detail::copy_extents<sizeof...(Extents)>(extents, all.extents);
    }
};

namespace detail {
template<class T, std::int64_t... Extents>
ROOFLINE_ALWAYS_INLINE
constexpr shape_view shape_of(const tensor<T, Extents...>& x) {
    if constexpr (any_dyn<Extents...>)
        return {x.extents, sizeof...(Extents)};
    else
        return {static_extents<Extents...>, sizeof...(Extents)};
}

/// The tensor of this type with these extents; those that the type knows are taken from it.
template<class Tensor>
ROOFLINE_ALWAYS_INLINE
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
