// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/loops.hpp"

#include <vector>

/// Recurrent operators as their papers write them. What runs on the matrix engine is told apart by where it stands: the body
/// of `product` below.
namespace oracle {

/// Operations inside products, and all others.
struct observed_state {
    std::int64_t matrix;
    tally others;
    std::int64_t bits_read;
    std::int64_t bits_written;
};

struct recurrent_shape {
    std::int64_t b, s, g, h, p, n, chunk;
};

/// Counts its operations apart.
class products {
public:
    template<class F>
    scalar sum(std::int64_t terms, F term) {
        const tally before = done;
        scalar total(0);
        for (std::int64_t i = 0; i < terms; ++i) total = total + term(i);
        inside_ += done.plain() - before.plain();
        return total;
    }
    observed_state end(std::int64_t read, std::int64_t written) const {
        tally others = done;
        others.additions -= inside_;  // plain() is a sum
        return {inside_, others, read, written};
    }

private:
    std::int64_t inside_ = 0;
};

using table = std::vector<std::vector<scalar>>;
inline table make_table(std::int64_t rows, std::int64_t columns) {
    return table(static_cast<std::size_t>(rows), std::vector<scalar>(static_cast<std::size_t>(columns), scalar(1)));
}
inline scalar& at(table& t, std::int64_t i, std::int64_t j) {
    return t[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
}
inline scalar& at(std::vector<scalar>& t, std::int64_t i) { return t[static_cast<std::size_t>(i)]; }

/// The state of every head, as long as the kernel runs.
inline void load(matrices& state, std::int64_t head, table& h) {
    for (std::size_t i = 0; i < h.size(); ++i)
        for (std::size_t j = 0; j < h[i].size(); ++j)
            h[i][j] = state.read(head, static_cast<std::int64_t>(i), static_cast<std::int64_t>(j));
}
inline void store(matrices& state, std::int64_t head, const table& h) {
    for (std::size_t i = 0; i < h.size(); ++i)
        for (std::size_t j = 0; j < h[i].size(); ++j)
            state.write(head, static_cast<std::int64_t>(i), static_cast<std::int64_t>(j), h[i][j]);
}

/// state = 2^(a dt) state + dt x B, y = C state, one token.
inline observed_state ssd_update(const format& state_format, const format& x_format, const recurrent_shape& z) {
    done = {};
    products none;
    matrices state(state_format, z.b * z.h, z.p, z.n), next(state_format, z.b * z.h, z.p, z.n);
    matrices x(x_format, z.b, z.h, z.p), dt(x_format, 1, z.b, z.h), a(x_format, 1, 1, z.h);
    matrices in(x_format, z.b, z.g, z.n), out(x_format, z.b, z.g, z.n), y(x_format, z.b, z.h, z.p);
    for (std::int64_t b = 0; b < z.b; ++b)
        for (std::int64_t h = 0; h < z.h; ++h) {
            const std::int64_t g = h / (z.h / z.g), head = b * z.h + h;
            const scalar decay = exp2(a.read(0, 0, h) * dt.read(0, b, h));
            for (std::int64_t i = 0; i < z.p; ++i) {
                const scalar scaled = dt.read(0, b, h) * x.read(b, h, i);
                scalar sum(0);
                for (std::int64_t j = 0; j < z.n; ++j) {
                    const scalar s = decay * state.read(head, i, j) + scaled * in.read(b, g, j);
                    next.write(head, i, j, s);
                    sum = sum + out.read(b, g, j) * s;
                }
                y.write(b, h, i, sum);
            }
        }
    return none.end(state.bits() + x.bits() + dt.bits() + a.bits() + in.bits() + out.bits(), next.bits() + y.bits());
}

/// The same of a prompt, chunk by chunk.
inline observed_state ssd(const format& state_format, const format& x_format, const recurrent_shape& z) {
    done = {};
    products matrix;
    matrices state(state_format, z.b * z.h, z.p, z.n), last(state_format, z.b * z.h, z.p, z.n);
    matrices x(x_format, z.b * z.s, z.h, z.p), dt(x_format, z.b, z.s, z.h), a(x_format, 1, 1, z.h);
    matrices in(x_format, z.b * z.s, z.g, z.n), out(x_format, z.b * z.s, z.g, z.n), y(x_format, z.b * z.s, z.h, z.p);
    for (std::int64_t b = 0; b < z.b; ++b)
        for (std::int64_t g = 0; g < z.g; ++g) {
            std::vector<table> states(static_cast<std::size_t>(z.h / z.g), make_table(z.p, z.n));
            for (std::int64_t r = 0; r < z.h / z.g; ++r)
                load(state, b * z.h + g * (z.h / z.g) + r, states[static_cast<std::size_t>(r)]);
            for (std::int64_t begin = 0; begin < z.s; begin += z.chunk) {
                const std::int64_t l = begin + z.chunk < z.s ? z.chunk : z.s - begin, row = b * z.s + begin;
                table scores = make_table(l, l);
                for (std::int64_t i = 0; i < l; ++i)
                    for (std::int64_t j = 0; j <= i; ++j)
                        at(scores, i, j) = matrix.sum(
                            z.n, [&](std::int64_t c) { return out.read(row + i, g, c) * in.read(row + j, g, c); });
                for (std::int64_t r = 0; r < z.h / z.g; ++r) {
                    const std::int64_t h = g * (z.h / z.g) + r;
                    table& now = states[static_cast<std::size_t>(r)];
                    std::vector<scalar> sums, grown;
                    table scaled = make_table(l, z.p), masked = make_table(l, l);
                    scalar sum(0);
                    for (std::int64_t i = 0; i < l; ++i) {
                        sum = sum + a.read(0, 0, h) * dt.read(b, begin + i, h);
                        sums.push_back(sum);
                        grown.push_back(exp2(sum));
                        for (std::int64_t c = 0; c < z.p; ++c)
                            at(scaled, i, c) = dt.read(b, begin + i, h) * x.read(row + i, h, c);
                    }
                    for (std::int64_t i = 0; i < l; ++i)
                        for (std::int64_t j = 0; j <= i; ++j)
                            at(masked, i, j) = at(scores, i, j) * exp2(at(sums, i) - at(sums, j));
                    for (std::int64_t i = 0; i < l; ++i)
                        for (std::int64_t c = 0; c < z.p; ++c) {
                            const scalar inside =
                                matrix.sum(i + 1, [&](std::int64_t j) { return at(masked, i, j) * at(scaled, j, c); });
                            const scalar before =
                                matrix.sum(z.n, [&](std::int64_t k) { return out.read(row + i, g, k) * at(now, c, k); });
                            y.write(row + i, h, c, inside + at(grown, i) * before);
                        }
                    for (std::int64_t j = 0; j < l; ++j) {
                        const scalar to_end = exp2(at(sums, l - 1) - at(sums, j));
                        for (std::int64_t c = 0; c < z.p; ++c) at(scaled, j, c) = to_end * at(scaled, j, c);
                    }
                    for (std::int64_t c = 0; c < z.p; ++c)
                        for (std::int64_t k = 0; k < z.n; ++k)
                            at(now, c, k) = at(grown, l - 1) * at(now, c, k) + matrix.sum(l, [&](std::int64_t j) {
                                return at(scaled, j, c) * in.read(row + j, g, k);
                            });
                }
            }
            for (std::int64_t r = 0; r < z.h / z.g; ++r)
                store(last, b * z.h + g * (z.h / z.g) + r, states[static_cast<std::size_t>(r)]);
        }
    return matrix.end(state.bits() + x.bits() + dt.bits() + a.bits() + in.bits() + out.bits(), last.bits() + y.bits());
}

/// Attention without softmax, by the delta rule and with a gate or without either. e is z.p and d is z.n.
inline observed_state linear_update(const format& state_format, const format& x_format, const recurrent_shape& z,
                                    bool delta) {
    done = {};
    products none;
    matrices state(state_format, z.b * z.h, z.p, z.n), next(state_format, z.b * z.h, z.p, z.n);
    matrices q(x_format, z.b, z.g, z.n), k(x_format, z.b, z.g, z.n), v(x_format, z.b, z.h, z.p), y(x_format, z.b, z.h, z.p);
    matrices gate(x_format, 1, z.b, z.h), beta(x_format, 1, z.b, z.h);
    for (std::int64_t b = 0; b < z.b; ++b)
        for (std::int64_t h = 0; h < z.h; ++h) {
            const std::int64_t g = h / (z.h / z.g), head = b * z.h + h;
            table now = make_table(z.p, z.n);
            load(state, head, now);
            if (delta) {
                const scalar decay = exp2(gate.read(0, b, h));
                for (std::int64_t i = 0; i < z.p; ++i)
                    for (std::int64_t j = 0; j < z.n; ++j) at(now, i, j) = decay * at(now, i, j);
            }
            for (std::int64_t i = 0; i < z.p; ++i) {
                scalar value = v.read(b, h, i);
                if (delta) {
                    scalar stored(0);
                    for (std::int64_t j = 0; j < z.n; ++j) stored = stored + at(now, i, j) * k.read(b, g, j);
                    value = beta.read(0, b, h) * (value - stored);
                }
                scalar sum(0);
                for (std::int64_t j = 0; j < z.n; ++j) {
                    at(now, i, j) = at(now, i, j) + value * k.read(b, g, j);
                    sum = sum + at(now, i, j) * q.read(b, g, j);
                }
                y.write(b, h, i, sum);
            }
            store(next, head, now);
        }
    return none.end(state.bits() + q.bits() + k.bits() + v.bits() + gate.bits() + beta.bits(), next.bits() + y.bits());
}

/// The same of a prompt, chunk by chunk.
inline observed_state linear(const format& state_format, const format& x_format, const recurrent_shape& z, bool delta) {
    done = {};
    products matrix;
    matrices state(state_format, z.b * z.h, z.p, z.n), last(state_format, z.b * z.h, z.p, z.n);
    matrices q(x_format, z.b * z.s, z.g, z.n), k(x_format, z.b * z.s, z.g, z.n);
    matrices v(x_format, z.b * z.s, z.h, z.p), y(x_format, z.b * z.s, z.h, z.p);
    matrices gate(x_format, z.b, z.s, z.h), beta(x_format, z.b, z.s, z.h);
    const std::int64_t share = z.h / z.g;
    for (std::int64_t b = 0; b < z.b; ++b)
        for (std::int64_t g = 0; g < z.g; ++g) {
            std::vector<table> states(static_cast<std::size_t>(share), make_table(z.p, z.n));
            for (std::int64_t r = 0; r < share; ++r)
                load(state, b * z.h + g * share + r, states[static_cast<std::size_t>(r)]);
            for (std::int64_t begin = 0; begin < z.s; begin += z.chunk) {
                const std::int64_t l = begin + z.chunk < z.s ? z.chunk : z.s - begin, row = b * z.s + begin;
                table qk = make_table(l, l), kk = make_table(l, l);
                for (std::int64_t i = 0; i < l; ++i)
                    for (std::int64_t j = 0; j <= i; ++j) {
                        at(qk, i, j) =
                            matrix.sum(z.n, [&](std::int64_t c) { return q.read(row + i, g, c) * k.read(row + j, g, c); });
                        if (delta && j < i)
                            at(kk, i, j) = matrix.sum(
                                z.n, [&](std::int64_t c) { return k.read(row + i, g, c) * k.read(row + j, g, c); });
                    }
                for (std::int64_t r = 0; r < share; ++r) {
                    const std::int64_t h = g * share + r;
                    table& now = states[static_cast<std::size_t>(r)];
                    table scores = qk, added = make_table(l, z.p);
                    std::vector<scalar> sums, grown, to_end;
                    if (delta) {
                        scalar sum(0);
                        for (std::int64_t i = 0; i < l; ++i) {
                            sum = sum + gate.read(b, begin + i, h);
                            sums.push_back(sum);
                            grown.push_back(exp2(sum));
                        }
                        table lower = make_table(l, l);
                        for (std::int64_t i = 0; i < l; ++i)
                            for (std::int64_t j = 0; j <= i; ++j) {
                                const scalar decay = exp2(at(sums, i) - at(sums, j));
                                at(scores, i, j) = at(scores, i, j) * decay;
                                if (j < i) at(lower, i, j) = beta.read(b, begin + i, h) * at(kk, i, j) * decay;
                            }
                        // (1 + lower) added = beta (v - decayed state k), row by row
                        for (std::int64_t i = 0; i < l; ++i)
                            for (std::int64_t c = 0; c < z.p; ++c) {
                                const scalar stored =
                                    matrix.sum(z.n, [&](std::int64_t e) { return at(now, c, e) * k.read(row + i, g, e); });
                                const scalar right =
                                    beta.read(b, begin + i, h) * (v.read(row + i, h, c) - at(grown, i) * stored);
                                const scalar earlier =
                                    matrix.sum(i, [&](std::int64_t j) { return at(lower, i, j) * at(added, j, c); });
                                at(added, i, c) = right - earlier;
                            }
                    } else {
                        for (std::int64_t i = 0; i < l; ++i)
                            for (std::int64_t c = 0; c < z.p; ++c) at(added, i, c) = v.read(row + i, h, c);
                    }
                    for (std::int64_t i = 0; i < l; ++i)
                        for (std::int64_t c = 0; c < z.p; ++c) {
                            const scalar inside =
                                matrix.sum(i + 1, [&](std::int64_t j) { return at(scores, i, j) * at(added, j, c); });
                            scalar before =
                                matrix.sum(z.n, [&](std::int64_t e) { return q.read(row + i, g, e) * at(now, c, e); });
                            if (delta) before = at(grown, i) * before;
                            y.write(row + i, h, c, inside + before);
                        }
                    if (delta) {
                        for (std::int64_t j = 0; j < l; ++j) {
                            const scalar left = exp2(at(sums, l - 1) - at(sums, j));
                            for (std::int64_t c = 0; c < z.p; ++c) at(added, j, c) = left * at(added, j, c);
                        }
                        for (std::int64_t c = 0; c < z.p; ++c)
                            for (std::int64_t e = 0; e < z.n; ++e) at(now, c, e) = at(grown, l - 1) * at(now, c, e);
                    }
                    for (std::int64_t c = 0; c < z.p; ++c)
                        for (std::int64_t e = 0; e < z.n; ++e)
                            at(now, c, e) = at(now, c, e) + matrix.sum(l, [&](std::int64_t j) {
                                return at(added, j, c) * k.read(row + j, g, e);
                            });
                }
            }
            for (std::int64_t r = 0; r < share; ++r)
                store(last, b * z.h + g * share + r, states[static_cast<std::size_t>(r)]);
        }
    return matrix.end(state.bits() + q.bits() + k.bits() + v.bits() + gate.bits() + beta.bits(), last.bits() + y.bits());
}

/// A short causal convolution of each channel, one token.
inline observed_state conv1d_update(const format& state_format, const format& x_format, std::int64_t batches,
                                    std::int64_t channels, std::int64_t width) {
    done = {};
    products none;
    matrices state(state_format, batches, channels, width - 1), next(state_format, batches, channels, width - 1);
    matrices x(x_format, 1, batches, channels), weight(x_format, 1, channels, width), y(x_format, 1, batches, channels);
    for (std::int64_t b = 0; b < batches; ++b)
        for (std::int64_t c = 0; c < channels; ++c) {
            scalar sum(0);
            for (std::int64_t i = 0; i < width; ++i) {
                const scalar input = i + 1 < width ? state.read(b, c, i) : x.read(0, b, c);
                sum = sum + input * weight.read(0, c, i);
                if (i > 0) next.write(b, c, i - 1, input);
            }
            y.write(0, b, c, sum);
        }
    return none.end(state.bits() + x.bits() + weight.bits(), next.bits() + y.bits());
}

}  // namespace oracle
