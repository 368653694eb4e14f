// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/product/math.hpp>

/// A product worked through in tiles: what the hierarchy above DRAM moves for it, and what incomplete tiles waste.
namespace roofline::inline ROOFLINE_ABI {

/// Rows and columns of the result that one tile covers, and how far along K it is fed at a time. Known to the type or, as
/// dyn, at run time.
template<std::int64_t Rows, std::int64_t Columns, std::int64_t Depth>
struct tile {};

/// An option of a product: tiled<tile<128, 128, 64>>, tiled<tile<dyn, dyn, 64>>(m, n).
template<class Tile>
struct tiled_option;
template<std::int64_t Rows, std::int64_t Columns, std::int64_t Depth>
struct tiled_option<tile<Rows, Columns, Depth>> {
    static constexpr std::int64_t stated[3] = {Rows, Columns, Depth};
    std::int64_t m = Rows, n = Columns, k = Depth;

    /// The extents that are dyn, in order.
    template<class... Integers>
    constexpr tiled_option operator()(Integers... given) const {
        constexpr int expected = int{Rows == dyn} + int{Columns == dyn} + int{Depth == dyn};
        static_assert(sizeof...(Integers) == expected, "tiled: give one integer for each dyn of the tile");
        const std::int64_t values[] = {static_cast<std::int64_t>(given)..., 0};
        tiled_option result;
        int next = 0;
        if (Rows == dyn) result.m = values[next++];
        if (Columns == dyn) result.n = values[next++];
        if (Depth == dyn) result.k = values[next];
        return result;
    }
};
template<class Tile>
inline constexpr tiled_option<Tile> tiled{};

namespace detail {

template<class Option>
inline constexpr bool is_tiling = false;
template<class Tile>
inline constexpr bool is_tiling<tiled_option<Tile>> = true;

template<class Tile>
struct what_is_said<tiled_option<Tile>> {
    using type = tiled_option<void>;
};

/// Extents of a tile as numbers.
struct tile_extents {
    std::int64_t m = 0, n = 0, k = 0;
};

constexpr sentence tile_fault(std::int64_t m, std::int64_t n, std::int64_t k) {
    const std::int64_t extents[] = {m, n, k};
    return sentence("a tile of {}: every extent of a tile is at least 1", {shape_view{extents, 3}});
}
[[noreturn]] inline void every_extent_of_a_tile_must_be_positive(const sentence& why) { throw_shape_error(why); }

template<class Option>
inline constexpr bool refused_tile = false;
template<std::int64_t Rows, std::int64_t Columns, std::int64_t Depth>
inline constexpr bool refused_tile<tiled_option<tile<Rows, Columns, Depth>>> =
    (Rows != dyn && Rows < 1) || (Columns != dyn && Columns < 1) || (Depth != dyn && Depth < 1);

template<class Option>
struct static_tile_fault {
    static constexpr sentence value = tile_fault(Option::stated[0], Option::stated[1], Option::stated[2]);
};

/// The first tiling among the options.
template<class First, class... Rest>
constexpr const auto& tiling_among(const First& first, const Rest&... rest) {
    if constexpr (is_tiling<First>)
        return first;
    else
        return tiling_among(rest...);
}

// Without the sum that wraps for a tile as large as an integer can be.
constexpr std::int64_t pieces(std::int64_t extent, std::int64_t piece) { return (extent - 1) / piece + 1; }

/// How many of the n places offset, offset + step, ... are not at the start of a block.
constexpr std::int64_t inside_a_block(std::int64_t n, std::int64_t offset, std::int64_t step, std::int64_t block) {
    if (block == 1) return 0;
    std::int64_t count = 0;
    for (std::int64_t i = 0; i < n && i < block; ++i)
        if ((offset % block + i * (step % block)) % block != 0) count += pieces(n - i, block);
    return count;
}

/// Bits of a stack of matrices read in panels of whole rows, each panel by itself: the matrices as they are stored, the
/// scales of a block once for each panel that has part of it, the scales of a tensor once a panel. Panels at the edge have
/// the rows that there are; what pads the last block is read with it.
constexpr std::int64_t panel_bits(const storage& format, std::int64_t matrices, std::int64_t rows, std::int64_t columns,
                                  std::int64_t panel) {
    const std::int64_t panels = pieces(rows, panel);
    std::int64_t cut = 0;  // blocks that begin in one panel and go on in the next
    if (format.block_bits != 0 && format.flat) {
        const std::int64_t block = format.columns;
        for (std::int64_t b = 0; b < matrices && b < block; ++b)
            cut += inside_a_block(panels, b * ((rows * columns) % block), (panel % block) * (columns % block), block) *
                   pieces(matrices - b, block);
    } else if (format.block_bits != 0 && format.rows > 1) {
        const std::int64_t width = format.columns == whole_row ? columns : format.columns;
        cut = matrices * inside_a_block(panels, 0, panel, format.rows) * ceil_div(columns, width);
    }
    return stored_bits(format, matrices, rows, columns) + fitting_bits(cut, format.block_bits) +
           fitting_bits(matrices * panels - 1, format.tensor_bits);
}

/// matmul_types of a tiled product.
template<class X, class W, class... Options>
struct tiled_types : matmul_types<X, W, Options...> {
    using base = matmul_types<X, W, Options...>;
    static constexpr bool options_known = ((is_option<Options> || is_tiling<Options>) && ...);
    static constexpr bool ok = options_known && base::once && base::multiplies && base::has_math;
    using list = demands<step<typename base::compute, memory<shared>, memory<llc>, memory<dram>>>;
};

template<class Types>
constexpr typename Types::list tiled_demands(std::int64_t b, std::int64_t m, std::int64_t k, std::int64_t n,
                                             const tile_extents& t) {
    const auto base = matmul_demands<typename Types::base>(b, m, k, n);
    const amount multiplied = base.first.amounts[0];
    const amount moved = base.first.amounts[1];
    const double rows = static_cast<double>(pieces(m, t.m)), columns = static_cast<double>(pieces(n, t.n)),
                 steps = static_cast<double>(pieces(k, t.k));
    const double whole =
        rounded(2 * (static_cast<double>(b) * (rows * static_cast<double>(t.m)) * (columns * static_cast<double>(t.n))) *
                (steps * static_cast<double>(t.k)));
    const double loaded = (rounded(columns * static_cast<double>(panel_bits(Types::x::storage, b, m, k, t.m))) +
                           rounded(rows * static_cast<double>(panel_bits(Types::w::storage, b, n, k, t.n)))) /
                          8;
    return {{{{whole, whole - rounded(multiplied.total)}, {2 * loaded, loaded}, {loaded + moved.written(), moved.written()}, moved}}};
}

/// An operator that knows how many tiles it is made of.
template<class Operation>
struct tiled_operation : Operation {
    std::int64_t tile_count = 0;
    /// Tiles of the result.
    constexpr std::int64_t tiles() const { return tile_count; }
};
template<class Operation>
struct operation_traits<tiled_operation<Operation>> : operation_traits<Operation> {};

template<class X, class W>
struct product_extents;
template<class T, std::int64_t Rows, std::int64_t K, class U, std::int64_t L, std::int64_t N>
struct product_extents<tensor<T, Rows, K>, tensor<U, L, N>> {
    template<class Y>
    using result = tensor<Y, Rows, N>;
    static constexpr bool agree = extents_agree(1, 1, Rows, K, L, N) || extents_may_agree(1, 1, Rows, K, L, N);
};
template<class T, std::int64_t B, std::int64_t Rows, std::int64_t K, class U, std::int64_t C, std::int64_t L, std::int64_t N>
struct product_extents<tensor<T, B, Rows, K>, tensor<U, C, L, N>> {
    template<class Y>
    using result = tensor<Y, B, Rows, N>;
    static constexpr bool agree = extents_agree(B, C, Rows, K, L, N) || extents_may_agree(B, C, Rows, K, L, N);
};

/// A product with a tiling among its options.
template<diagnostic::text Name, class T, std::int64_t... X, class U, std::int64_t... W, class... Options>
constexpr auto tiled_product(const tensor<T, X...>& x, const tensor<U, W...>& w, const Options&... options) {
    using xs = tensor<T, X...>;
    using ws = tensor<U, W...>;
    using types = tiled_types<T, U, Options...>;
    using extents = product_extents<xs, ws>;
    if constexpr (!types::ok) {
        check_matmul_types<types, T, U>();
        return poison{};
    } else if constexpr ((refused_tile<Options> || ...)) {
        static_assert(
            diagnostic::accepted<
                diagnostic::refused<static_tile_fault<std::remove_cvref_t<decltype(tiling_among(options...))>>>>,
            "tiled: every extent of a tile is at least 1");
        return poison{};
    } else if constexpr (!extents::agree) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_matmul_fault<Name, xs, ws>>>,
                      "matmul: the extents do not agree");
        return poison{};
    } else {
        using y = typename extents::template result<typename types::result>;
        const auto& tiling = tiling_among(options...);
        const tile_extents t{tiling.m, tiling.n, tiling.k};
        if (t.m < 1 || t.n < 1 || t.k < 1) every_extent_of_a_tile_must_be_positive(tile_fault(t.m, t.n, t.k));
        const shape_view shape = checked_extents<Name>(shape_of(x), shape_of(w));
        const shape_view other = shape_of(w);
        const std::int64_t b = shape.rank == 3 ? shape[0] : 1;
        const std::int64_t m = shape[shape.rank - 2], k = shape[shape.rank - 1], n = other[other.rank - 1];
        const std::int64_t all[] = {b, m, n};
        const auto plain =
            make_operation(tiled_demands<types>(b, m, k, n, t), tensor_with<y>({all + 3 - shape.rank, shape.rank}),
                           tensors<xs, as_weight<ws>>{x, {{w}, {}}});
        return tiled_operation<std::remove_const_t<decltype(plain)>>{plain, b * pieces(m, t.m) * pieces(n, t.n)};
    }
}

}  // namespace detail
}  // namespace roofline
