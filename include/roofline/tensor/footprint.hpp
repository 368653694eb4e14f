// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/tensor/tensor.hpp>
#include <roofline/units/system.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {

// A bound that leaves room: the bits of a few tensors add up without wrapping. 2^53 elements of 64 bit stay below it.
[[noreturn]] inline void a_footprint_must_stay_below_2_to_60_bits() {
    throw_shape_error("a tensor with its scales and padding takes 2^60 bit or more");
}

constexpr std::int64_t ceil_div(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

constexpr std::int64_t fitting_bits(std::int64_t count, std::int64_t bits) {
    if (static_cast<double>(count) * static_cast<double>(bits) >= static_cast<double>(std::int64_t{1} << 60))
        a_footprint_must_stay_below_2_to_60_bits();
    return count * bits;
}

/// Bits of `matrices` x `rows` x `columns` elements stored with blocks that run along the columns.
constexpr std::int64_t blocked_bits(const storage& format, std::int64_t matrices, std::int64_t rows, std::int64_t columns) {
    if (format.flat) {
        columns *= matrices * rows;
        matrices = rows = 1;
    }
    const std::int64_t width = format.columns == whole_row ? columns : format.columns;
    const std::int64_t block_rows = ceil_div(rows, format.rows);
    const std::int64_t block_columns = ceil_div(columns, width);
    const std::int64_t scale_rows = ceil_div(block_rows, format.scale_rows) * format.scale_rows;
    const std::int64_t scale_columns = ceil_div(block_columns, format.scale_columns) * format.scale_columns;
    return fitting_bits(matrices * block_rows * block_columns, format.rows * width * format.bits) +
           fitting_bits(matrices * scale_rows * scale_columns, format.block_bits) + format.tensor_bits;
}

ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t stored_bits(const storage& format, std::int64_t matrices, std::int64_t rows,
                                   std::int64_t columns) {
    if (format.block_bits == 0 && format.columns == 1) return matrices * rows * columns * format.bits + format.tensor_bits;
    return blocked_bits(format, matrices, rows, columns);
}

/// The same for a format known as a type: the two usual layouts, one after the other elements and blocks along a row, take
/// a few operations, which is what a static_assert pays for.
template<class T>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t stored_bits(std::int64_t matrices, std::int64_t rows, std::int64_t columns) {
    constexpr const storage& format = T::storage;
    constexpr bool plain = format.block_bits == 0 && format.columns == 1;
    constexpr bool in_row = format.rows == 1 && format.columns != whole_row && !format.flat && format.scale_rows == 1 &&
                            format.scale_columns == 1;
    constexpr std::int64_t bits = format.columns * format.bits + format.block_bits;
    if constexpr (plain) {
        return matrices * rows * columns * format.bits + format.tensor_bits;
    } else if constexpr (in_row) {
        const std::int64_t blocks = matrices * rows * ((columns + (format.columns - 1)) / format.columns);
        if (blocks >= (std::int64_t{1} << 60) / bits) a_footprint_must_stay_below_2_to_60_bits();
        return blocks * bits + format.tensor_bits;
    } else {
        return blocked_bits(format, matrices, rows, columns);
    }
}

/// Of extents of a known rank.
template<class T, int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t stored_bits(const std::int64_t* extents) {
    if constexpr (Rank == 0)
        return stored_bits<T>(1, 1, 1);
    else if constexpr (Rank == 1)
        return stored_bits<T>(1, 1, extents[0]);
    else
        return stored_bits<T>(product_of<Rank - 2>(extents), extents[Rank - 2], extents[Rank - 1]);
}

/// With blocks along the last axis.
template<class T, std::int64_t... E>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t bits_of(const tensor<T, E...>& x) {
    return stored_bits<T, static_cast<int>(sizeof...(E))>(shape_of(x).extents);
}
constexpr std::int64_t stored_bits(const storage& format, shape_view shape) {
    const std::int64_t columns = shape.rank > 0 ? shape[shape.rank - 1] : 1;
    const std::int64_t rows = shape.rank > 1 ? shape[shape.rank - 2] : 1;
    std::int64_t matrices = 1;
    for (int axis = 0; axis + 2 < shape.rank; ++axis) matrices *= shape[axis];
    return stored_bits(format, matrices, rows, columns);
}

constexpr double bytes(std::int64_t bits) { return static_cast<double>(bits) / 8.0; }

}  // namespace detail

/// Number of elements.
template<class T, std::int64_t... Extents>
constexpr std::int64_t elements(const tensor<T, Extents...>& x) {
    return detail::product(detail::shape_of(x));
}

/// What a tensor takes in memory, scales and padding of incomplete blocks included, exact to the bit. Blocks run along
/// the last axis; as the weight of a matmul they run along K, the last but one (see weight_footprint).
template<class T, std::int64_t... Extents>
constexpr units::traffic footprint(const tensor<T, Extents...>& x) {
    return units::traffic::from_value(detail::bytes(detail::bits_of(x)));
}

/// A weight (...,K,N), blocked along K. It differs from footprint(x) where K or N is not a multiple of the block.
template<class T, std::int64_t... Extents>
    requires(sizeof...(Extents) >= 2)
constexpr units::traffic weight_footprint(const tensor<T, Extents...>& x) {
    const detail::shape_view shape = detail::shape_of(x);
    std::int64_t matrices = 1;
    for (int axis = 0; axis + 2 < shape.rank; ++axis) matrices *= shape[axis];
    return units::traffic::from_value(detail::bytes(
        detail::stored_bits(T::storage, matrices, shape[shape.rank - 1], shape[shape.rank - 2])));
}

}  // namespace roofline
