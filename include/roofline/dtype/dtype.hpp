// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/name.hpp>

#include <cstdint>
#include <string_view>

namespace roofline::inline ROOFLINE_ABI {

/// How a format lays elements out in memory. A plain format has blocks of one element and no scales.
///
/// A tensor of R rows and C elements a row along the blocked axis stores ceil(R / rows) x ceil(C / columns) blocks, each
/// whole, and tensor_bits once. An incomplete block is stored in full.
struct storage {
    int bits = 0;                   // an element
    std::int64_t rows = 1;          // of a block, across the blocked axis
    std::int64_t columns = 1;       // of a block, along the blocked axis; whole_row: as long as the row
    int block_bits = 0;             // scales and minima, once a block
    int tensor_bits = 0;            // scales, once a tensor
    bool flat = false;              // blocks run through the whole tensor and not along one axis
    std::int64_t scale_rows = 1;    // block scales are padded up to a multiple of this many rows
    std::int64_t scale_columns = 1; // and of this many blocks in a row
};

/// Block length of a format with one scale a row.
inline constexpr std::int64_t whole_row = 0;

/// A number format. A user's own satisfies it with
///
///     struct fp12 {
///         static constexpr std::string_view name = "fp12"sv;
///         static constexpr roofline::storage storage{.bits = 12};
///         using math = fp12;                    // what a matrix instruction multiplies in
///         using accumulator = roofline::fp32;   // what it adds up in, unless math<> says otherwise
///     };
template<class T>
concept dtype = requires {
    requires T::storage.bits >= 1 && T::storage.bits <= 64;
    T::name.size();
    typename T::math;
    typename T::accumulator;
};

}  // namespace roofline
