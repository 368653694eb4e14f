// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/loops.hpp"

#include <cstddef>
#include <limits>
#include <vector>

/// A mixture of experts as a textbook writes it.
namespace oracle {

/// Row r of x by the weight of the expert it goes to.
inline observed grouped_matmul(const format& x_format, const format& w_format, const format& y_format,
                               const std::vector<std::int64_t>& expert_of_row, std::int64_t experts, std::int64_t k,
                               std::int64_t n) {
    done = {};
    const auto rows = static_cast<std::int64_t>(expert_of_row.size());
    matrices x(x_format, 1, rows, k);
    auto w = matrices::weight(w_format, experts, k, n);
    matrices y(y_format, 1, rows, n);
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t j = 0; j < n; ++j) {
            scalar sum(0);
            for (std::int64_t l = 0; l < k; ++l)
                sum = sum + x.read(0, r, l) * w.read(expert_of_row[static_cast<std::size_t>(r)], l, j);
            y.write(0, r, j, sum);
        }
    return {done, x.bits() + w.bits(), y.bits()};
}

/// Some values that are all different, in no order.
inline scalar arbitrary(std::int64_t row, std::int64_t column) {
    return scalar(static_cast<double>((row * 7919 + column * 104729) % 1000003) / 1000003);
}

/// The places of the best `count` values: so often the best of those that are left, each time over all of them.
inline std::vector<std::size_t> best(std::vector<scalar> values, std::int64_t count) {
    std::vector<std::size_t> chosen;
    for (std::int64_t i = 0; i < count; ++i) {
        scalar top(-std::numeric_limits<double>::infinity());
        std::size_t at = 0;
        for (std::size_t e = 0; e < values.size(); ++e)
            if (top < values[e]) {
                top = values[e];
                at = e;
            }
        chosen.push_back(at);
        values[at] = scalar(-std::numeric_limits<double>::infinity());
    }
    return chosen;
}

/// Divided by their sum.
inline void renormalize(std::vector<scalar>& weights) {
    scalar sum(0);
    for (const scalar w : weights) sum = sum + w;
    const scalar scale = reciprocal(sum);
    for (scalar& w : weights) w = w * scale;
}

inline std::vector<scalar> softmax_row(matrices& scores, std::int64_t row, std::int64_t experts) {
    std::vector<scalar> values;
    scalar most(-std::numeric_limits<double>::infinity());
    for (std::int64_t e = 0; e < experts; ++e) {
        static_cast<void>(scores.read(0, row, e));
        values.push_back(arbitrary(row, e));
        if (most < values.back()) most = values.back();
    }
    scalar sum(0);
    for (scalar& v : values) {
        v = exp2(v - most);
        sum = sum + v;
    }
    const scalar scale = reciprocal(sum);
    for (scalar& v : values) v = v * scale;
    return values;
}

inline std::vector<scalar> sigmoid_row(matrices& scores, std::int64_t row, std::int64_t experts) {
    std::vector<scalar> values;
    for (std::int64_t e = 0; e < experts; ++e) {
        static_cast<void>(scores.read(0, row, e));
        values.push_back(reciprocal(scalar(1) + exp2(-arbitrary(row, e))));
    }
    return values;
}

/// Weights and ids.
template<class Row>
observed top_k(Row row_of, const format& score_format, const format& weight_format, std::int64_t tokens,
               std::int64_t experts, std::int64_t k, bool renormalized) {
    done = {};
    matrices scores(score_format, 1, tokens, experts);
    matrices weights(weight_format, 1, tokens, k);
    matrices ids({.bits = 32}, 1, tokens, k);
    for (std::int64_t t = 0; t < tokens; ++t) {
        const std::vector<scalar> values = row_of(scores, t, experts);
        std::vector<scalar> chosen;
        for (const std::size_t e : best(values, k)) {
            ids.write(0, t, static_cast<std::int64_t>(chosen.size()), scalar(static_cast<double>(e)));
            chosen.push_back(values[e]);
        }
        if (renormalized) renormalize(chosen);
        for (std::int64_t j = 0; j < k; ++j) weights.write(0, t, j, chosen[static_cast<std::size_t>(j)]);
    }
    return {done, scores.bits(), weights.bits() + ids.bits()};
}

/// DeepSeek-V3: the best groups by the sum of their best two, then the best experts of those.
inline observed grouped_top_k(const format& score_format, const format& bias_format, const format& weight_format,
                              std::int64_t tokens, std::int64_t experts, std::int64_t k, std::int64_t groups,
                              std::int64_t kept) {
    done = {};
    const std::int64_t size = experts / groups;
    matrices scores(score_format, 1, tokens, experts);
    matrices bias(bias_format, 1, 1, experts);
    matrices weights(weight_format, 1, tokens, k);
    matrices ids({.bits = 32}, 1, tokens, k);
    for (std::int64_t t = 0; t < tokens; ++t) {
        const std::vector<scalar> plain = sigmoid_row(scores, t, experts);
        std::vector<scalar> biased;
        for (std::int64_t e = 0; e < experts; ++e)
            biased.push_back(plain[static_cast<std::size_t>(e)] + bias.read(0, 0, e));
        std::vector<scalar> of_group;
        for (std::int64_t g = 0; g < groups; ++g) {
            const std::vector<scalar> members(biased.begin() + g * size, biased.begin() + (g + 1) * size);
            const auto two = best(members, 2);
            of_group.push_back(members[two[0]] + members[two[1]]);
        }
        std::vector<scalar> candidates, originals;
        for (const std::size_t g : best(of_group, kept))
            for (std::int64_t i = 0; i < size; ++i) {
                const std::size_t e = g * static_cast<std::size_t>(size) + static_cast<std::size_t>(i);
                candidates.push_back(biased[e]);
                originals.push_back(plain[e]);
            }
        std::vector<scalar> chosen;
        for (const std::size_t c : best(candidates, k)) chosen.push_back(originals[c]);
        renormalize(chosen);
        for (std::int64_t j = 0; j < k; ++j) {
            weights.write(0, t, j, chosen[static_cast<std::size_t>(j)] * scalar(2.5));
            ids.write(0, t, j, scalar(0));
        }
    }
    return {done, scores.bits() + bias.bits(), weights.bits() + ids.bits()};
}

/// Each row to the places of its k experts.
inline observed permute(const format& x_format, std::int64_t tokens, std::int64_t k, std::int64_t h) {
    done = {};
    matrices x(x_format, 1, tokens, h);
    matrices ids({.bits = 32}, 1, tokens, k);
    matrices y(x_format, 1, tokens * k, h);
    for (std::int64_t t = 0; t < tokens; ++t)
        for (std::int64_t j = 0; j < k; ++j) {
            static_cast<void>(ids.read(0, t, j));
            for (std::int64_t c = 0; c < h; ++c) y.write(0, j * tokens + t, c, x.read(0, t, c));
        }
    return {done, x.bits() + ids.bits(), y.bits()};
}

/// The weighted sum of each token's k rows.
inline observed combine(const format& y_format, const format& weight_format, const format& z_format,
                        std::int64_t tokens, std::int64_t k, std::int64_t h) {
    done = {};
    matrices y(y_format, 1, tokens * k, h);
    matrices weights(weight_format, 1, tokens, k);
    matrices z(z_format, 1, tokens, h);
    for (std::int64_t t = 0; t < tokens; ++t)
        for (std::int64_t c = 0; c < h; ++c) {
            scalar sum(0);
            for (std::int64_t j = 0; j < k; ++j) sum = sum + weights.read(0, t, j) * y.read(0, j * tokens + t, c);
            z.write(0, t, c, sum);
        }
    return {done, y.bits() + weights.bits(), z.bits()};
}

}  // namespace oracle
