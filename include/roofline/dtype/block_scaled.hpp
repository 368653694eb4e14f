// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype/plain.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// The elements that share a scale. block<128> is 128 along the blocked axis, block<1, 128> says the same, and
/// block<128, 128> is a square. The blocked axis is the one a matmul sums over: the last of an activation (M,K), the
/// first of a weight (K,N).
template<std::int64_t Rows, std::int64_t Columns = -1>
struct block {
    static constexpr std::int64_t rows = Columns == -1 ? 1 : Rows;
    static constexpr std::int64_t columns = Columns == -1 ? Rows : Columns;
    static constexpr bool flat = false;
    static_assert(rows >= 1 && columns >= 0, "a block has at least one element");
};

/// Blocks that run through the whole tensor in memory order, across its rows.
template<std::int64_t Columns>
struct flat_block {
    static constexpr std::int64_t rows = 1;
    static constexpr std::int64_t columns = Columns;
    static constexpr bool flat = true;
};

/// Bits that belong to a block and are not elements: scales, minima, codebook indices, packed as the format pleases.
template<int Bits>
struct packed {
    static constexpr roofline::storage storage{.bits = Bits};
};

/// No scale for the whole tensor.
struct no_scale {
    static constexpr roofline::storage storage{};
};

/// The scales of a tensor core's 128x4 layout: rows padded up to 128, blocks of a row to 4 (CUTLASS, cuBLAS). One row
/// of 7168 nvfp4 elements then has 57 344 byte of scales and not 448.
struct tiled_scales {
    static constexpr std::int64_t rows = 128;
    static constexpr std::int64_t columns = 4;
};
struct linear_scales {
    static constexpr std::int64_t rows = 1;
    static constexpr std::int64_t columns = 1;
};

/// Elements in blocks with a scale each: nvfp4 is block_scaled<fp4_e2m1, block<16>, fp8_e4m3, fp32>.
template<class Element, class Block, class Scale, class TensorScale = no_scale, class Layout = linear_scales>
struct block_scaled {
    static constexpr std::string_view name = "block_scaled"sv;
    static constexpr roofline::storage storage{.bits = Element::storage.bits,
                                               .rows = Block::rows,
                                               .columns = Block::columns,
                                               .block_bits = Scale::storage.bits,
                                               .tensor_bits = TensorScale::storage.bits,
                                               .flat = Block::flat,
                                               .scale_rows = Layout::rows,
                                               .scale_columns = Layout::columns};
    using math = typename Element::math;
    using accumulator = typename Element::accumulator;
};

}  // namespace roofline
