// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/cost.hpp>

/// Fused attention in tiles of query rows by keys.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

/// The sum over i < n of floor((a i + b) / m), with a, b >= 0: as Euclid's algorithm, in a few steps.
constexpr std::int64_t floor_sum(std::int64_t n, std::int64_t m, std::int64_t a, std::int64_t b) {
    std::int64_t sum = 0;
    while (n > 0) {
        sum += n * (n - 1) / 2 * (a / m) + n * (b / m);
        a %= m;
        b %= m;
        const std::int64_t top = a * n + b;
        if (top < m) break;
        n = top / m;
        b = top % m;
        const std::int64_t swapped = m;
        m = a;
        a = swapped;
    }
    return sum;
}

/// What the tiles of one group of heads in one sequence visit. Its n / g heads share keys, so that their rows are packed
/// into one matrix, token by token: no other order has fewer tiles. A tile leaves out the blocks of keys that none of its
/// rows sees.
struct tiles {
    std::int64_t heads;   // of a group
    std::int64_t count;   // tiles of rows
    std::int64_t padded;  // rows of the last one that are none
    std::int64_t visits;  // blocks of keys, over all tiles
    std::int64_t last;    // of these the last tile's
    std::int64_t loaded;  // keys of the visited blocks, without those beyond the end

    constexpr tiles(const attention_problem& p, const attention_policy& with)
        : heads(p.n / p.groups),
          count(ceil_div(p.s * heads, with.rows)),
          padded(count * with.rows - p.s * heads),
          visits(0),
          last(ceil_div(p.keys, with.columns)),
          loaded(0) {
        const std::int64_t columns = with.columns, rows = with.rows, cached = p.keys - p.s;
        const std::int64_t beyond = last * columns - p.keys;
        if (with.mask.is_full()) {
            visits = count * last;
            loaded = count * p.keys;
            return;
        }
        // The keys of tile i end at that of the token of its last row, cached + floor(((i + 1) rows - 1) / heads) + 1.
        visits = floor_sum(count - 1, heads * columns, rows, heads * (cached + columns) + rows - 1) + last;
        const std::int64_t from = (last - 1) * columns - cached;  // a tile with this token visits the last block
        const std::int64_t before = from <= 0 ? 0 : smaller(count - 1, ceil_div(from * heads + 1, rows) - 1);
        loaded = visits * columns - (count - before) * beyond;
        if (!with.mask.is_window()) return;
        // They begin at cached + 1 - window + floor(i rows / heads), but not below 0.
        const std::int64_t start = cached + 1 - smaller(with.mask.number, p.keys);
        const std::int64_t skip = start >= 0 ? 0 : smaller(count, ceil_div(-start * heads, rows));
        const std::int64_t skipped =
            floor_sum(count - skip, heads * columns, rows, skip == count ? 0 : heads * start + skip * rows);
        const std::int64_t of_last = start * heads + (count - 1) * rows;
        visits -= skipped;
        loaded -= skipped * columns;
        last -= of_last < 0 ? 0 : of_last / (heads * columns);
    }
};

/// Bytes of many rows of a tensor.
constexpr double row_bytes(const kept_per_key& kept, double rows) {
    if (kept.format == nullptr) return 0;
    const std::int64_t tensor = kept.format->tensor_bits;
    return (rounded(rows * static_cast<double>(stored_bits(*kept.format, 1, 1, kept.columns) - tensor)) +
            static_cast<double>(tensor)) /
           8;
}

struct tiled_counts {
    fused_counts whole;
    amount llc, shared;
};

/// A tile is computed whole, masked pairs and missing rows included. With each block of keys after the first its rows
/// rescale their results and sum: a subtraction, an exp2, and e + 1 products.
constexpr tiled_counts tiled_kernel(const attention_problem& p, const attention_policy& with) {
    tiled_counts all{fused_kernel(p, with), {}, {}};
    const tiles t(p, with);
    const double groups = static_cast<double>(p.b * p.groups);
    const double rows = static_cast<double>(with.rows);
    const double tile_rows = groups * rows * static_cast<double>(t.count);
    const double pairs =
        rounded(groups * rows * static_cast<double>(with.columns) * static_cast<double>(t.visits));
    const double rescales = rounded(groups * rows * static_cast<double>(t.visits - t.count));
    const double useful =
        rescales - rounded(groups * static_cast<double>(t.padded) * static_cast<double>(t.last - 1));
    const double e = static_cast<double>(p.e);

    const double matrix = rounded(2 * static_cast<double>(p.d + p.e) * pairs);
    const double vector = rounded(3 * pairs) + rounded(e * tile_rows) + rounded((e + 2) * rescales);
    fused_counts& whole = all.whole;
    whole.matrix = {matrix, matrix - whole.matrix.total};
    whole.vector = {vector, vector - (whole.vector.total + rounded((e + 2) * useful))};
    whole.exp2 = {pairs + rescales, pairs + rescales - (whole.exp2.total + useful)};
    whole.reciprocal = {tile_rows, tile_rows - whole.reciprocal.total};

    // Each tile fetches its keys and values anew; shared memory takes tiles whole, once in and once out.
    const double fetched = groups * static_cast<double>(t.loaded);
    all.llc = {bytes(p.q_bits) + row_bytes(p.k, fetched) + row_bytes(p.rope, fetched) + row_bytes(p.v, fetched) +
                   bytes(p.o_bits),
               bytes(p.o_bits)};
    const double staged = groups * static_cast<double>(with.columns) * static_cast<double>(t.visits);
    const double in = row_bytes({p.q_format, 1, p.d}, tile_rows) + row_bytes(p.k, staged) + row_bytes(p.rope, staged) +
                      row_bytes(p.v, staged);
    all.shared = {2 * in, in};
    return all;
}

}  // namespace roofline::detail::attending
