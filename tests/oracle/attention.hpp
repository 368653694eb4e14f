// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/loops.hpp"

#include <algorithm>
#include <functional>
#include <vector>

/// Attention as a textbook writes it. Which query sees which key is asked pair by pair.
namespace oracle {

inline void operator+=(tally& sum, const tally& more) {
    sum.multiplications += more.multiplications;
    sum.additions += more.additions;
    sum.divisions += more.divisions;
    sum.comparisons += more.comparisons;
    sum.exp2 += more.exp2;
    sum.log2 += more.log2;
    sum.rsqrt += more.rsqrt;
    sum.reciprocal += more.reciprocal;
}

/// Operations by what they are for, and what memory moved.
struct attention_seen {
    tally products;
    tally softmax;
    std::int64_t read = 0;     // bits
    std::int64_t written = 0;  // bits
};

/// b sequences of s queries and S keys, n query heads and g heads of keys and values, d and e elements.
struct heads {
    std::int64_t b, s, S, n, g, d, e;
};
/// (query, key) -> whether it is seen.
using visible = std::function<bool(std::int64_t, std::int64_t)>;

inline visible all_keys() {
    return [](std::int64_t, std::int64_t) { return true; };
}
/// The queries are the last of the keys.
inline visible earlier_keys(const heads& x) {
    return [x](std::int64_t i, std::int64_t j) { return j <= x.S - x.s + i; };
}
inline visible recent_keys(const heads& x, std::int64_t window) {
    return [x, window](std::int64_t i, std::int64_t j) { return j <= x.S - x.s + i && j > x.S - x.s + i - window; };
}
/// A candidate sees the cached keys, its ancestors and itself.
inline visible ancestors(const heads& x, const std::vector<std::int64_t>& parents) {
    return [x, parents](std::int64_t i, std::int64_t j) {
        if (j < x.S - x.s) return true;
        for (std::int64_t at = i; at >= 0; at = parents[static_cast<std::size_t>(at)])
            if (j == x.S - x.s + at) return true;
        return false;
    };
}

struct formats {
    format q, k, v, o;
};

/// One memory for each tensor: q and o with a matrix (n,d) a token, k and v with a matrix (g,d) a token.
struct attention_memory {
    matrices q, k, v, o;
    attention_memory(const formats& f, const heads& x)
        : q(f.q, x.b * x.s, x.n, x.d),
          k(f.k, x.b * x.S, x.g, x.d),
          v(f.v, x.b * x.S, x.g, x.e),
          o(f.o, x.b * x.s, x.n, x.e) {}
};

inline scalar larger_of(scalar a, scalar b) { return a < b ? b : a; }

/// One kernel: nothing but q, k, v and o is in memory. `prefix` keys are those of sequence 0 in all.
inline attention_seen attention(const formats& f, const heads& x, const visible& sees, bool added = false,
                                std::int64_t prefix = 0) {
    attention_seen seen;
    attention_memory m(f, x);
    for (std::int64_t b = 0; b < x.b; ++b)
        for (std::int64_t head = 0; head < x.n; ++head)
            for (std::int64_t i = 0; i < x.s; ++i) {
                const std::int64_t kv = head / (x.n / x.g);
                const auto key = [&](std::int64_t j) { return j < prefix ? j : b * x.S + j; };
                std::vector<scalar> scores;
                done = {};
                for (std::int64_t j = 0; j < x.S; ++j) {
                    if (!sees(i, j)) continue;
                    scalar sum(0);
                    for (std::int64_t c = 0; c < x.d; ++c)
                        sum = sum + m.q.read(b * x.s + i, head, c) * m.k.read(key(j), kv, c);
                    scores.push_back(sum);
                }
                seen.products += done;
                done = {};
                if (added)
                    for (scalar& score : scores) score = score + scalar(-1);
                scalar most(-1e30);
                for (const scalar& score : scores) most = larger_of(most, score);
                scalar sum(0);
                for (scalar& score : scores) {
                    score = exp2(score - most);
                    sum = sum + score;
                }
                const scalar inverse = reciprocal(sum);
                seen.softmax += done;
                for (std::int64_t c = 0; c < x.e; ++c) {
                    done = {};
                    scalar value(0);
                    std::size_t at = 0;
                    for (std::int64_t j = 0; j < x.S; ++j)
                        if (sees(i, j)) value = value + scores[at++] * m.v.read(key(j), kv, c);
                    seen.products += done;
                    done = {};
                    m.o.write(b * x.s + i, head, c, value * inverse);
                    seen.softmax += done;
                }
            }
    seen.read = m.q.bits() + m.k.bits() + m.v.bits();
    seen.written = m.o.bits();
    return seen;
}

/// Three kernels, each with memories of its own. Scores and probabilities are rectangles; what is not seen is set apart.
inline attention_seen materialized_attention(const formats& f, const format& score, const heads& x, const visible& sees) {
    attention_seen seen;
    attention_memory m(f, x);
    matrices scores_out(score, x.b * x.n, x.s, x.S), scores_in(score, x.b * x.n, x.s, x.S);
    matrices weights_out(score, x.b * x.n, x.s, x.S), weights_in(score, x.b * x.n, x.s, x.S);
    const auto kv = [&](std::int64_t head) { return head / (x.n / x.g); };
    done = {};
    for (std::int64_t b = 0; b < x.b; ++b)
        for (std::int64_t head = 0; head < x.n; ++head)
            for (std::int64_t i = 0; i < x.s; ++i)
                for (std::int64_t j = 0; j < x.S; ++j) {
                    scalar sum(0);
                    for (std::int64_t c = 0; sees(i, j) && c < x.d; ++c)
                        sum = sum + m.q.read(b * x.s + i, head, c) * m.k.read(b * x.S + j, kv(head), c);
                    scores_out.write(b * x.n + head, i, j, sum);
                }
    seen.products += done;
    done = {};
    for (std::int64_t matrix = 0; matrix < x.b * x.n; ++matrix)
        for (std::int64_t i = 0; i < x.s; ++i) {
            scalar most(-1e30), sum(0);
            std::vector<scalar> row;
            for (std::int64_t j = 0; j < x.S; ++j) {
                row.push_back(scores_in.read(matrix, i, j));
                if (sees(i, j)) most = larger_of(most, row.back());
            }
            for (std::int64_t j = 0; j < x.S; ++j)
                if (sees(i, j)) {
                    auto& weight = row[static_cast<std::size_t>(j)];
                    weight = exp2(weight - most);
                    sum = sum + weight;
                }
            const scalar inverse = reciprocal(sum);
            for (std::int64_t j = 0; j < x.S; ++j) {
                const scalar weight = row[static_cast<std::size_t>(j)];
                weights_out.write(matrix, i, j, sees(i, j) ? weight * inverse : scalar(0));
            }
        }
    seen.softmax += done;
    done = {};
    for (std::int64_t b = 0; b < x.b; ++b)
        for (std::int64_t head = 0; head < x.n; ++head)
            for (std::int64_t i = 0; i < x.s; ++i)
                for (std::int64_t c = 0; c < x.e; ++c) {
                    scalar value(0);
                    for (std::int64_t j = 0; j < x.S; ++j) {
                        const scalar weight = weights_in.read(b * x.n + head, i, j);
                        if (sees(i, j)) value = value + weight * m.v.read(b * x.S + j, kv(head), c);
                    }
                    m.o.write(b * x.s + i, head, c, value);
                }
    seen.products += done;
    seen.read = m.q.bits() + m.k.bits() + m.v.bits() + scores_in.bits() + weights_in.bits();
    seen.written = m.o.bits() + scores_out.bits() + weights_out.bits();
    return seen;
}

/// Workers with a share of the keys each, and a combination of their partials in fp32. Every worker has keys for every row.
inline attention_seen split_attention(const formats& f, const heads& x, std::int64_t splits) {
    attention_seen seen;
    attention_memory m(f, x);
    const format fp32{.bits = 32};
    matrices out(fp32, splits, x.b * x.s * x.n, x.e + 1), in(fp32, splits, x.b * x.s * x.n, x.e + 1);
    for (std::int64_t b = 0; b < x.b; ++b)
        for (std::int64_t i = 0; i < x.s; ++i)
            for (std::int64_t head = 0; head < x.n; ++head) {
                const std::int64_t kv = head / (x.n / x.g), row = (b * x.s + i) * x.n + head;
                for (std::int64_t part = 0; part < splits; ++part) {
                    const std::int64_t from = part * x.S / splits, to = (part + 1) * x.S / splits;
                    std::vector<scalar> scores;
                    done = {};
                    for (std::int64_t j = from; j < to; ++j) {
                        scalar sum(0);
                        for (std::int64_t c = 0; c < x.d; ++c)
                            sum = sum + m.q.read(b * x.s + i, head, c) * m.k.read(b * x.S + j, kv, c);
                        scores.push_back(sum);
                    }
                    seen.products += done;
                    done = {};
                    scalar most(-1e30), sum(0);
                    for (const scalar& score : scores) most = larger_of(most, score);
                    for (scalar& score : scores) {
                        score = exp2(score - most);
                        sum = sum + score;
                    }
                    const scalar inverse = reciprocal(sum);
                    out.write(part, row, x.e, log2(sum) + most);
                    seen.softmax += done;
                    for (std::int64_t c = 0; c < x.e; ++c) {
                        done = {};
                        scalar value(0);
                        for (std::int64_t j = from; j < to; ++j)
                            value = value + scores[static_cast<std::size_t>(j - from)] * m.v.read(b * x.S + j, kv, c);
                        seen.products += done;
                        done = {};
                        out.write(part, row, c, value * inverse);
                        seen.softmax += done;
                    }
                }
                done = {};
                scalar most(-1e30), sum(0);
                for (std::int64_t part = 0; part < splits; ++part) most = larger_of(most, in.read(part, row, x.e));
                std::vector<scalar> weights;
                for (std::int64_t part = 0; part < splits; ++part) {
                    weights.push_back(exp2(in.read(part, row, x.e) - most));
                    sum = sum + weights.back();
                }
                const scalar inverse = reciprocal(sum);
                for (scalar& weight : weights) weight = weight * inverse;
                for (std::int64_t c = 0; c < x.e; ++c) {
                    scalar value(0);
                    for (std::int64_t part = 0; part < splits; ++part)
                        value = value + weights[static_cast<std::size_t>(part)] * in.read(part, row, c);
                    m.o.write(b * x.s + i, head, c, value);
                }
                seen.softmax += done;
            }
    seen.read = m.q.bits() + m.k.bits() + m.v.bits() + in.bits();
    seen.written = m.o.bits() + out.bits();
    return seen;
}

/// Latent attention: a cache of one row of r + p a token, whose first r are the values of all heads.
inline attention_seen latent_attention(const format& q_format, const format& cache_format, const format& o_format,
                                       std::int64_t b, std::int64_t s, std::int64_t S, std::int64_t n, std::int64_t r,
                                       std::int64_t p, const visible& sees) {
    attention_seen seen;
    matrices q(q_format, b * s, n, r + p), cache(cache_format, b, S, r + p), o(o_format, b * s, n, r);
    for (std::int64_t batch = 0; batch < b; ++batch)
        for (std::int64_t i = 0; i < s; ++i)
            for (std::int64_t head = 0; head < n; ++head) {
                done = {};
                for (std::int64_t j = 0; j < S; ++j) {
                    scalar sum(0);
                    for (std::int64_t c = 0; sees(i, j) && c < r + p; ++c)
                        sum = sum + q.read(batch * s + i, head, c) * cache.read(batch, j, c);
                }
                for (std::int64_t c = 0; c < r; ++c) {
                    scalar value(0);
                    for (std::int64_t j = 0; j < S; ++j)
                        if (sees(i, j)) value = value + scalar(1) * cache.read(batch, j, c);
                    o.write(batch * s + i, head, c, value);
                }
                seen.products += done;
            }
    seen.read = q.bits() + cache.bits();
    seen.written = o.bits();
    return seen;
}

/// Sparse attention over a latent cache with plain elements: pairs, and tokens that some query is given. A query is
/// given the first `selected` of what it sees, so that all share as many as they can.
struct selection_seen {
    std::int64_t pairs = 0;
    std::int64_t tokens = 0;
};
inline selection_seen select_keys(const heads& x, std::int64_t selected, const visible& sees) {
    selection_seen seen;
    for (std::int64_t b = 0; b < x.b; ++b) {
        std::vector<bool> given(static_cast<std::size_t>(x.S));
        for (std::int64_t i = 0; i < x.s; ++i) {
            std::int64_t taken = 0;
            for (std::int64_t j = 0; j < x.S && taken < selected; ++j)
                if (sees(i, j)) {
                    ++taken;
                    given[static_cast<std::size_t>(j)] = true;
                }
            seen.pairs += taken * x.n;
        }
        for (const bool one : given) seen.tokens += one;
    }
    return seen;
}

/// The index scores of sparse attention; a pair that is not seen has one, too, which is set apart.
inline attention_seen lightning_indexer(const format& q_format, const format& key_format, const heads& x,
                                        const visible& sees) {
    attention_seen seen;
    const format fp32{.bits = 32};
    matrices q(q_format, x.b * x.s, x.n, x.d), keys(key_format, x.b, x.S, x.d), weights(fp32, x.b, x.s, x.n),
        out(fp32, x.b, x.s, x.S);
    for (std::int64_t b = 0; b < x.b; ++b)
        for (std::int64_t i = 0; i < x.s; ++i)
            for (std::int64_t j = 0; j < x.S; ++j) {
                scalar score(0);
                for (std::int64_t head = 0; sees(i, j) && head < x.n; ++head) {
                    done = {};
                    scalar sum(0);
                    for (std::int64_t c = 0; c < x.d; ++c) sum = sum + q.read(b * x.s + i, head, c) * keys.read(b, j, c);
                    seen.products += done;
                    done = {};
                    score = score + weights.read(b, i, head) * larger_of(sum, scalar(0));
                    seen.softmax += done;
                }
                out.write(b, i, j, score);
            }
    seen.read = q.bits() + keys.bits() + weights.bits();
    seen.written = out.bits();
    return seen;
}

/// What the tiles of rows by keys do, tile after tile: every tile that holds a visible pair is computed whole.
struct tiles_seen {
    std::int64_t pairs = 0;  // computed
    std::int64_t visible_pairs = 0;
    std::int64_t rows = 0;  // of all tiles of rows
    std::int64_t real_rows = 0;
    std::int64_t rescaled = 0;  // rows that go on to a further block of keys
    std::int64_t rescaled_real = 0;
    std::int64_t fetched = 0;  // keys from the level above, by every tile anew
    std::int64_t staged = 0;   // keys of whole blocks
};
inline tiles_seen tiled_attention(const heads& x, std::int64_t rows, std::int64_t columns, const visible& sees) {
    tiles_seen seen;
    const std::int64_t packed = x.n / x.g, all = x.s * packed;
    for (std::int64_t group = 0; group < x.b * x.g; ++group)
        for (std::int64_t top = 0; top < all; top += rows) {
            std::int64_t blocks = 0;
            const std::int64_t real = std::min(rows, all - top);
            for (std::int64_t left = 0; left < x.S; left += columns) {
                std::int64_t found = 0;
                for (std::int64_t row = top; row < top + real; ++row)
                    for (std::int64_t j = left; j < std::min(left + columns, x.S); ++j) found += sees(row / packed, j);
                if (found == 0) continue;
                ++blocks;
                seen.pairs += rows * columns;
                seen.visible_pairs += found;
                seen.fetched += std::min(columns, x.S - left);
                seen.staged += columns;
            }
            seen.rows += rows;
            seen.real_rows += real;
            seen.rescaled += rows * (blocks - 1);
            seen.rescaled_real += real * (blocks - 1);
        }
    return seen;
}

}  // namespace oracle
