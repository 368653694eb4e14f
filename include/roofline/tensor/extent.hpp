// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/always_inline.hpp>
#include <roofline/diagnostic/error.hpp>

#include <concepts>
#include <cstdint>

namespace roofline::inline ROOFLINE_ABI {

/// An extent known at run time only: tensor<bf16, dyn, 4096>{batch}.
inline constexpr std::int64_t dyn = diagnostic::unknown;

/// A tensor has at most this many elements: up to here every count is exact in a double and no product wraps.
inline constexpr std::int64_t max_elements = std::int64_t{1} << 53;

namespace detail {

/// The extents of a tensor, static or not, wherever they stand.
struct shape_view {
    const std::int64_t* extents;
    int rank;

    constexpr std::int64_t operator[](int axis) const { return extents[axis]; }
    constexpr operator part() const { return {extents, rank}; }
};

template<std::int64_t... Extents>
inline constexpr std::int64_t static_extents[sizeof...(Extents) + 1] = {Extents..., 0};

/// Whether there are at most 2^53 elements; an extent that is not yet known counts as one. The product in double tells, except
/// that it rounds 2^53 + 1 down; so small, it does not wrap in integers either.
constexpr bool countable(shape_view shape) {
    double rounded = 1;
    std::int64_t exact = 1;
    for (int axis = 0; axis < shape.rank; ++axis) {
        const std::int64_t extent = shape[axis] == dyn ? 1 : shape[axis];
        rounded *= static_cast<double>(extent);
        if (!(rounded <= static_cast<double>(max_elements))) return false;
        exact *= extent;
    }
    return exact <= max_elements;
}

constexpr std::int64_t product(shape_view shape) {
    std::int64_t elements = 1;
    for (int axis = 0; axis < shape.rank; ++axis) elements *= shape[axis];
    return elements;
}

/// The first Count extents multiplied, without a loop: compilers keep an array in registers where each place is a constant.
template<int Count>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t product_of(const std::int64_t* extents) {
    if constexpr (Count < 1)
        return 1;
    else if constexpr (Count == 1)
        return extents[0];
    else if constexpr (Count == 2)
        return extents[0] * extents[1];
    else
        return product_of<Count - 1>(extents) * extents[Count - 1];
}

/// Extents for a sentence about what is wrong: the tensor's own stay in registers where nobody is given their address.
template<int Rank>
struct copied_shape {
    std::int64_t extents[std::size_t{Rank} + 1];
    constexpr operator shape_view() const { return {extents, Rank}; }
};
template<int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr void copy_extents(std::int64_t* to, const std::int64_t* from) {
    if constexpr (Rank > 0) {
        copy_extents<Rank - 1>(to, from);
        to[Rank - 1] = from[Rank - 1];
    }
}
template<int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr copied_shape<Rank> copied(shape_view shape) {
    copied_shape<Rank> result{};
    copy_extents<Rank>(result.extents, shape.extents);
    return result;
}

/// What is wrong with the extents of one tensor; empty when nothing is. In a type dyn stands for an extent to come; at run
/// time it is as wrong as any negative number.
constexpr sentence extents_fault(std::string_view dtype, shape_view shape, bool in_type) {
    for (int axis = 0; axis < shape.rank; ++axis)
        if (shape[axis] < 1 && !(in_type && shape[axis] == dyn))
            return sentence("a tensor of {} has extent {} on axis {}; every extent is at least 1", {dtype, shape[axis], axis});
    if (!countable(shape))
        return sentence("a tensor of {} and extents {} has more than 2^53 elements", {dtype, shape});
    return {};
}

}  // namespace detail
}  // namespace roofline
