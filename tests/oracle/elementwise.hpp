// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/loops.hpp"

#include <algorithm>
#include <vector>

/// Elementwise operators as a textbook writes them.
namespace oracle {

inline scalar magnitude(scalar a) { return scalar(std::abs(a.value())); }  // as a sign, taken with an operand
inline scalar larger(scalar a, scalar b) { return a < b ? b : a; }

struct shape {
    std::int64_t batches, rows, columns;
};
/// Calls f(b, i, j) for each element.
template<class F>
void for_each(const shape& s, F&& f) {
    for (std::int64_t b = 0; b < s.batches; ++b)
        for (std::int64_t i = 0; i < s.rows; ++i)
            for (std::int64_t j = 0; j < s.columns; ++j) f(b, i, j);
}
template<class F>
void for_each_row(const shape& s, F&& f) {
    for (std::int64_t b = 0; b < s.batches; ++b)
        for (std::int64_t i = 0; i < s.rows; ++i) f(b, i);
}
inline matrices stored(const format& how, const shape& s) { return {how, s.batches, s.rows, s.columns}; }

/// y = f(x), element by element.
template<class F>
observed map(const format& x_format, const format& y_format, const shape& s, F&& f) {
    done = {};
    matrices x = stored(x_format, s), y = stored(y_format, s);
    for_each(s, [&](auto... at) { y.write(at..., f(x.read(at...))); });
    return {done, x.bits(), y.bits()};
}
/// z = f(x, y), element by element.
template<class F>
observed map(const format& x_format, const format& y_format, const format& z_format, const shape& s, F&& f) {
    done = {};
    matrices x = stored(x_format, s), y = stored(y_format, s), z = stored(z_format, s);
    for_each(s, [&](auto... at) { z.write(at..., f(x.read(at...), y.read(at...))); });
    return {done, x.bits() + y.bits(), z.bits()};
}
/// y = f(gate, value), the two side by side in a row.
template<class F>
observed map_halves(const format& x_format, const format& y_format, const shape& s, F&& f) {
    done = {};
    const std::int64_t half = s.columns / 2;
    matrices x = stored(x_format, s), y(y_format, s.batches, s.rows, half);
    for_each({s.batches, s.rows, half}, [&](std::int64_t b, std::int64_t i, std::int64_t j) {
        y.write(b, i, j, f(x.read(b, i, j), x.read(b, i, half + j)));
    });
    return {done, x.bits(), y.bits()};
}

inline scalar relu(scalar x) { return larger(x, scalar(0)); }
/// The base of the exponential is taken as part of x, as it is in softmax.
inline scalar silu(scalar x) { return x * reciprocal(scalar(1) + exp2(-x)); }
/// The root of 2 / pi is taken as part of the two constants.
inline scalar gelu(scalar x) { return scalar(0.5) * x * (scalar(1) + tanh(x * (scalar(0.797885) + scalar(0.035677) * (x * x)))); }
/// Abramowitz and Stegun 7.1.26; the root of 2 is part of the constants.
inline scalar erf(scalar x) {
    const scalar t = reciprocal(scalar(1) + scalar(0.231642) * magnitude(x));
    const double a[] = {0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429};
    scalar sum(a[4]);
    for (int i = 3; i >= 0; --i) sum = sum * t + scalar(a[i]);
    const scalar one_sided = scalar(1) - sum * t * exp2(-(x * x));
    return x.value() < 0 ? -one_sided : one_sided;
}
inline scalar gelu_by_erf(scalar x) { return scalar(0.5) * x * (scalar(1) + erf(x)); }

/// x / sqrt(mean of squares + epsilon) * weight over each row. The square root of the row's length is taken as part of
/// the weight and the sum starts at length times epsilon, so that a row costs nothing but its rsqrt.
inline observed rms_norm(const format& x_format, const format& weight_format, const format& y_format, std::int64_t batches,
                         std::int64_t rows, std::int64_t columns) {
    done = {};
    matrices x(x_format, batches, rows, columns);
    matrices weight(weight_format, 1, 1, columns);
    matrices y(y_format, batches, rows, columns);
    for (std::int64_t b = 0; b < batches; ++b)
        for (std::int64_t i = 0; i < rows; ++i) {
            scalar sum(static_cast<double>(columns) * 1e-6);
            for (std::int64_t j = 0; j < columns; ++j) sum = sum + x.read(b, i, j) * x.read(b, i, j);
            const scalar scale = rsqrt(sum);
            for (std::int64_t j = 0; j < columns; ++j) y.write(b, i, j, x.read(b, i, j) * scale * weight.read(0, 0, j));
        }
    return {done, x.bits() + weight.bits(), y.bits()};
}

/// (x - mean) / sqrt(variance + epsilon) * weight + bias over each row. The reciprocal of the row's length is taken as part of
/// what it multiplies.
inline observed layer_norm(const format& x_format, const format& weight_format, const format& y_format, const shape& s) {
    done = {};
    matrices x = stored(x_format, s), y = stored(y_format, s);
    matrices weight(weight_format, 1, 1, s.columns), bias(weight_format, 1, 1, s.columns);
    for_each_row(s, [&](std::int64_t b, std::int64_t i) {
        scalar mean(0);
        for (std::int64_t j = 0; j < s.columns; ++j) mean = mean + x.read(b, i, j);
        scalar variance(static_cast<double>(s.columns) * 1e-5);
        std::vector<scalar> centred;
        for (std::int64_t j = 0; j < s.columns; ++j) {
            centred.push_back(x.read(b, i, j) - mean);
            variance = variance + centred.back() * centred.back();
        }
        const scalar scale = rsqrt(variance);
        for (std::int64_t j = 0; j < s.columns; ++j)
            y.write(b, i, j, centred[static_cast<std::size_t>(j)] * scale * weight.read(0, 0, j) + bias.read(0, 0, j));
    });
    return {done, x.bits() + weight.bits() + bias.bits(), y.bits()};
}

/// x + r, which is written over r, before a norm that reads it from where it was made.
inline observed after_residual(observed norm, const format& x_format, const format& r_format, const shape& s) {
    const observed sum = map(x_format, r_format, r_format, s, [](scalar x, scalar r) { return x + r; });
    norm.operations.additions += sum.operations.additions;
    matrices r = stored(r_format, s);
    for_each(s, [&](auto... at) { r.read(at...); });
    norm.bits_read += r.bits();
    norm.bits_written += sum.bits_written;
    return norm;
}

inline observed softmax(const format& x_format, const format& y_format, const shape& s, bool passes) {
    done = {};
    matrices first = stored(x_format, s), second = stored(x_format, s), third = stored(x_format, s), y = stored(y_format, s);
    matrices& for_sums = passes ? second : first;
    matrices& for_results = passes ? third : first;
    for_each_row(s, [&](std::int64_t b, std::int64_t i) {
        scalar largest(-1e300), sum(0);
        for (std::int64_t j = 0; j < s.columns; ++j) largest = larger(largest, first.read(b, i, j));
        std::vector<scalar> powers;
        for (std::int64_t j = 0; j < s.columns; ++j) {
            powers.push_back(exp2(for_sums.read(b, i, j) - largest));
            sum = sum + powers.back();
        }
        const scalar scale = reciprocal(sum);
        for (std::int64_t j = 0; j < s.columns; ++j) {
            for_results.read(b, i, j);
            y.write(b, i, j, powers[static_cast<std::size_t>(j)] * scale);
        }
    });
    return {done, first.bits() + second.bits() + third.bits(), y.bits()};
}

/// One value a row: f folds the row into its start.
template<class F>
observed fold(const format& x_format, const format& y_format, const shape& s, F&& f) {
    done = {};
    matrices x = stored(x_format, s), y(y_format, 1, s.batches, s.rows);
    for_each_row(s, [&](std::int64_t b, std::int64_t i) {
        scalar result(0);
        for (std::int64_t j = 0; j < s.columns; ++j) result = f(result, x.read(b, i, j));
        y.write(0, b, i, result);
    });
    return {done, x.bits(), y.bits()};
}
inline scalar sum(scalar a, scalar b) { return a + b; }

/// Softmax, prefix sum, and each sum against a random number.
inline observed sampling(const format& x_format, const format& y_format, const shape& s) {
    done = {};
    matrices x = stored(x_format, s), y(y_format, 1, s.batches, s.rows);
    for_each_row(s, [&](std::int64_t b, std::int64_t i) {
        scalar largest(-1e300), sum(0), before(0);
        std::vector<scalar> powers;
        for (std::int64_t j = 0; j < s.columns; ++j) largest = larger(largest, x.read(b, i, j));
        for (std::int64_t j = 0; j < s.columns; ++j) {
            powers.push_back(exp2(x.read(b, i, j) - largest));
            sum = sum + powers.back();
        }
        const scalar scale = reciprocal(sum);
        int drawn = 0;
        for (const scalar power : powers) {
            before = before + power * scale;
            drawn += before < scalar(0.5);
        }
        y.write(0, b, i, scalar(drawn));
    });
    return {done, x.bits(), y.bits()};
}

inline observed scan(const format& x_format, const format& y_format, const shape& s) {
    done = {};
    matrices x = stored(x_format, s), y = stored(y_format, s);
    for_each_row(s, [&](std::int64_t b, std::int64_t i) {
        scalar sum(0);
        for (std::int64_t j = 0; j < s.columns; ++j) y.write(b, i, j, sum = sum + x.read(b, i, j));
    });
    return {done, x.bits(), y.bits()};
}
/// Brent and Kung's: up, each element that ends a group of 2, 4, 8, ... takes in the middle of its group; down, the middles
/// of the groups but the first take in the end of the group before.
inline observed tree_scan(const format& x_format, const format& y_format, const shape& s) {
    done = {};
    matrices x = stored(x_format, s), y = stored(y_format, s);
    for_each_row(s, [&](std::int64_t b, std::int64_t i) {
        std::vector<scalar> row{scalar(0)};  // from 1 on
        for (std::int64_t j = 0; j < s.columns; ++j) row.push_back(x.read(b, i, j));
        row[1] = row[0] + row[1];
        const std::size_t n = row.size() - 1;
        std::size_t group = 2;
        for (; group <= n; group *= 2)
            for (std::size_t end = group; end <= n; end += group) row[end] = row[end - group / 2] + row[end];
        for (; group >= 2; group /= 2)
            for (std::size_t end = group; end + group / 2 <= n; end += group) row[end + group / 2] = row[end] + row[end + group / 2];
        for (std::int64_t j = 0; j < s.columns; ++j) {
            const scalar result = row[static_cast<std::size_t>(j) + 1];
            if (result.value() != static_cast<double>(j + 1)) throw result;  // every element is 1
            y.write(b, i, j, result);
        }
    });
    return {done, x.bits(), y.bits()};
}

/// Pairs (x, y) of neighbours turned by an angle whose sine and cosine stand in a table, over the first `turned` of a head.
inline observed rope(const format& how, const std::vector<shape>& tensors, std::int64_t turned) {
    done = {};
    observed all{};
    matrices table({.bits = 32}, 1, tensors[0].batches, turned);  // (T,p): of each pair the cosine and the sine
    for (const shape& s : tensors) {
        matrices read = stored(how, {s.batches, s.rows, turned}), written = stored(how, {s.batches, s.rows, turned});
        for_each({s.batches, s.rows, turned / 2}, [&](std::int64_t token, std::int64_t head, std::int64_t pair) {
            const scalar x = read.read(token, head, 2 * pair), y = read.read(token, head, 2 * pair + 1);
            const scalar c = table.read(0, token, 2 * pair), sine = table.read(0, token, 2 * pair + 1);
            written.write(token, head, 2 * pair, x * c - y * sine);
            written.write(token, head, 2 * pair + 1, x * sine + y * c);
        });
        all.bits_read += read.bits();
        all.bits_written += written.bits();
    }
    all.bits_read += table.bits();
    all.operations = done;
    return all;
}

inline observed transpose(const format& how, const shape& s) {
    done = {};
    matrices x = stored(how, s), y(how, s.batches, s.columns, s.rows);
    for_each(s, [&](std::int64_t b, std::int64_t i, std::int64_t j) { y.write(b, j, i, x.read(b, i, j)); });
    return {done, x.bits(), y.bits()};
}

/// y[i] = table[ids[i]], where ids count up and begin again after `distinct`. A reader without a memory of what it has read
/// reads each row anew.
inline observed gather(const format& id_format, const format& how, std::int64_t count, const shape& table, std::int64_t distinct,
                       bool anew) {
    done = {};
    matrices ids(id_format, 1, 1, count), y(how, 1, count, table.columns);
    matrices rows = anew ? matrices(how, 1, count, table.columns) : stored(how, table);
    for_each({1, count, table.columns}, [&](std::int64_t, std::int64_t i, std::int64_t j) {
        ids.read(0, 0, i);
        y.write(0, i, j, rows.read(0, anew ? i : i % distinct, j));
    });
    return {done, ids.bits() + rows.bits(), y.bits()};
}

/// The largest magnitude of each block first, then the block by the reciprocal of that. What is done once a block is not
/// counted. A scale of the tensor that is given stands in memory beside x.
inline observed quantize_blocks(const format& x_format, format y_format, const shape& s) {
    done = {};
    matrices given({.bits = 32}, 1, 1, 1);
    if (y_format.tensor_bits > 0) given.read(0, 0, 0);
    y_format.tensor_bits = 0;
    matrices x = stored(x_format, s), y = stored(y_format, s);
    const std::int64_t height = y_format.across, width = y_format.along == 0 ? s.columns : y_format.along;
    for (std::int64_t b = 0; b < s.batches; ++b)
        for (std::int64_t top = 0; top < s.rows; top += height)
            for (std::int64_t left = 0; left < s.columns; left += width) {
                const std::int64_t bottom = std::min(top + height, s.rows), right = std::min(left + width, s.columns);
                scalar largest(0);
                for (std::int64_t i = top; i < bottom; ++i)
                    for (std::int64_t j = left; j < right; ++j) largest = larger(largest, magnitude(x.read(b, i, j)));
                const scalar scale(1 / largest.value());
                for (std::int64_t i = top; i < bottom; ++i)
                    for (std::int64_t j = left; j < right; ++j) y.write(b, i, j, rounded(x.read(b, i, j) * scale));
            }
    return {done, x.bits() + given.bits(), y.bits()};
}
/// The largest magnitude of all in a first pass over memory, or given.
inline observed quantize_tensor(const format& x_format, format y_format, const shape& s, bool given_scale) {
    done = {};
    matrices first = stored(x_format, s), x = stored(x_format, s), given({.bits = 32}, 1, 1, 1);
    scalar largest(1);
    if (given_scale) {
        given.read(0, 0, 0);
        y_format.tensor_bits = 0;
    } else {
        for_each(s, [&](auto... at) { largest = larger(largest, magnitude(first.read(at...))); });
    }
    matrices y = stored(y_format, s);
    const scalar scale(1 / largest.value());
    for_each(s, [&](auto... at) { y.write(at..., rounded(x.read(at...) * scale)); });
    return {done, first.bits() + x.bits() + given.bits(), y.bits()};
}

}  // namespace oracle
