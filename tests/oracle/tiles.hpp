// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/memory.hpp"

/// A product worked through in tiles, over a cache, a scratchpad and a matrix engine that count what is asked of them.
namespace oracle {

/// A stack of matrices of which panels are brought into a scratchpad. As in `matrices` an element counts when it is touched
/// first, and a scale when any of its block is, but anew for every tile: a scratchpad holds nothing from one to the next.
/// What only pads a block is stored behind the last row and column and comes with them.
class panels {
public:
    /// `along` is the axis that blocks run along, `across` the other one.
    panels(const format& how, std::int64_t count, std::int64_t across, std::int64_t along)
        : how_(how), count_(count), across_(across), along_(along) {}

    void next_tile() {
        seen_.assign(static_cast<std::size_t>(count_ * across_ * along_), false);
        scale_seen_.assign(seen_.size(), false);
        any_ = false;
    }
    /// Bits that the access moves.
    std::int64_t touch(std::int64_t matrix, std::int64_t i, std::int64_t j) {
        const std::int64_t element = (matrix * across_ + i) * along_ + j;
        if (seen_[static_cast<std::size_t>(element)]) return 0;
        seen_[static_cast<std::size_t>(element)] = true;
        std::int64_t bits = any_ ? 0 : how_.tensor_bits;
        any_ = true;
        std::int64_t block = 0;  // its first element stands for it
        std::int64_t stored = 1;  // the element, and what pads behind it
        if (how_.flat) {
            block = element - element % how_.along;
            if (element == count_ * across_ * along_ - 1)
                while ((element + stored) % how_.along != 0) ++stored;
        } else {
            const std::int64_t length = how_.along == 0 ? along_ : how_.along;
            block = (matrix * across_ + i - i % how_.across) * along_ + j - j % length;
            std::int64_t rows = 1, columns = 1;
            if (i == across_ - 1)
                while ((i + rows) % how_.across != 0) ++rows;
            if (j == along_ - 1)
                while ((j + columns) % length != 0) ++columns;
            stored = rows * columns;
        }
        bits += stored * how_.bits;
        if (!scale_seen_[static_cast<std::size_t>(block)]) bits += how_.block_bits;
        scale_seen_[static_cast<std::size_t>(block)] = true;
        return bits;
    }

private:
    format how_;
    std::int64_t count_, across_, along_;
    std::vector<bool> seen_, scale_seen_;
    bool any_ = false;
};

struct tiled_product {
    std::int64_t tiles = 0;
    std::int64_t issued = 0;  // operations of the engine
    std::int64_t useful = 0;  // those on elements that exist
    std::int64_t cache_read = 0, cache_written = 0;    // bits
    std::int64_t shared_written = 0, shared_read = 0;  // bits
};

/// B products (M,K) x (K,N) -> (M,N): a tile of the result at a time, fed along K in steps.
inline tiled_product tiled_matmul(const format& x_format, const format& w_format, const format& y_format,
                                  std::int64_t batches, std::int64_t m, std::int64_t k, std::int64_t n,
                                  std::int64_t tile_m, std::int64_t tile_n, std::int64_t tile_k) {
    tiled_product seen;
    panels x(x_format, batches, m, k), w(w_format, batches, n, k);                // in the cache
    panels x_tile(x_format, batches, m, k), w_tile(w_format, batches, n, k);      // in the scratchpad
    matrices y(y_format, batches, m, n);
    for (std::int64_t b = 0; b < batches; ++b)
        for (std::int64_t top = 0; top < m; top += tile_m)
            for (std::int64_t left = 0; left < n; left += tile_n) {
                ++seen.tiles;
                for (panels* p : {&x, &w, &x_tile, &w_tile}) p->next_tile();
                for (std::int64_t first = 0; first < k; first += tile_k) {
                    for (std::int64_t l = first; l < first + tile_k && l < k; ++l) {
                        for (std::int64_t i = top; i < top + tile_m && i < m; ++i) {
                            const std::int64_t bits = x.touch(b, i, l);
                            seen.cache_read += bits;
                            seen.shared_written += bits;
                        }
                        for (std::int64_t j = left; j < left + tile_n && j < n; ++j) {
                            const std::int64_t bits = w.touch(b, j, l);
                            seen.cache_read += bits;
                            seen.shared_written += bits;
                        }
                    }
                    // The engine takes whole tiles: where there is nothing it multiplies zeros.
                    for (std::int64_t i = top; i < top + tile_m; ++i)
                        for (std::int64_t j = left; j < left + tile_n; ++j)
                            for (std::int64_t l = first; l < first + tile_k; ++l) {
                                seen.issued += 2;
                                if (i < m && l < k) seen.shared_read += x_tile.touch(b, i, l);
                                if (j < n && l < k) seen.shared_read += w_tile.touch(b, j, l);
                                if (i < m && j < n && l < k) seen.useful += 2;
                            }
                }
                for (std::int64_t i = top; i < top + tile_m && i < m; ++i)
                    for (std::int64_t j = left; j < left + tile_n && j < n; ++j) y.write(b, i, j, scalar(0));
            }
    seen.cache_written = y.bits();
    return seen;
}

/// Hands tiles out one by one to the unit that has the least to do, and counts until the last is done: in tiles of time.
inline std::int64_t rounds(std::int64_t tiles, std::int64_t units) {
    std::vector<std::int64_t> busy(static_cast<std::size_t>(units), 0);
    std::int64_t last = 0;
    for (std::int64_t t = 0; t < tiles; ++t) {
        std::size_t least = 0;
        for (std::size_t u = 1; u < busy.size(); ++u)
            if (busy[u] < busy[least]) least = u;
        last = last < ++busy[least] ? busy[least] : last;
    }
    return last;
}

}  // namespace oracle
