// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/loops.hpp"

#include <cstddef>
#include <vector>

/// Products whose kernel does more than multiply.
namespace oracle {

/// What is asked for beside the product.
struct beside {
    bool bias = false;
    bool added = false;
    std::int64_t per_result = 0;
    std::int64_t per_weight = 0;
};

namespace detail {
inline scalar finished(scalar sum, const beside& ask, matrices& bias, matrices& c, std::int64_t b, std::int64_t i,
                       std::int64_t j) {
    if (ask.added) sum = sum + scalar(0.5) * c.read(b, i, j);
    if (ask.bias) sum = sum + bias.read(0, 0, j);
    for (std::int64_t f = 0; f < ask.per_result; ++f) sum = sum + scalar(1);
    return sum;
}
}  // namespace detail

/// In one kernel: B products (M,K) x (K,N), each weight widened once.
inline observed product(const format& x_format, const format& w_format, const format& y_format,
                        const format& bias_format, const format& c_format, std::int64_t batches, std::int64_t m,
                        std::int64_t k, std::int64_t n, const beside& ask) {
    done = {};
    matrices x(x_format, batches, m, k);
    auto w = matrices::weight(w_format, batches, k, n);
    matrices y(y_format, batches, m, n), bias(bias_format, 1, 1, n), c(c_format, batches, m, n);
    for (std::int64_t b = 0; b < batches; ++b) {
        std::vector<scalar> wide;
        for (std::int64_t l = 0; l < k; ++l)
            for (std::int64_t j = 0; j < n; ++j) {
                scalar value = w.read(b, l, j);
                for (std::int64_t f = 0; f < ask.per_weight; ++f) value = value * scalar(2);
                wide.push_back(value);
            }
        for (std::int64_t i = 0; i < m; ++i)
            for (std::int64_t j = 0; j < n; ++j) {
                scalar sum(0);
                for (std::int64_t l = 0; l < k; ++l)
                    sum = sum + x.read(b, i, l) * wide[static_cast<std::size_t>(l * n + j)];
                y.write(b, i, j, detail::finished(sum, ask, bias, c, b, i, j));
            }
    }
    return {done, x.bits() + w.bits() + bias.bits() + c.bits(), y.bits()};
}

/// In two: partial sums of the parts of K, and their sum.
struct two_kernels {
    observed first, second;
};
inline two_kernels split_product(const format& x_format, const format& w_format, const format& y_format,
                                 const format& part_format, const format& bias_format, const format& c_format,
                                 std::int64_t batches, std::int64_t m, std::int64_t k, std::int64_t n,
                                 std::int64_t splits, const beside& ask) {
    done = {};
    matrices x(x_format, batches, m, k);
    auto w = matrices::weight(w_format, batches, k, n);
    matrices parts(part_format, splits * batches, m, n);
    for (std::int64_t s = 0; s < splits; ++s)
        for (std::int64_t b = 0; b < batches; ++b)
            for (std::int64_t i = 0; i < m; ++i)
                for (std::int64_t j = 0; j < n; ++j) {
                    scalar sum(0);
                    for (std::int64_t l = k * s / splits; l < k * (s + 1) / splits; ++l)
                        sum = sum + x.read(b, i, l) * w.read(b, l, j);
                    parts.write(s * batches + b, i, j, sum);
                }
    const observed first{done, x.bits() + w.bits(), parts.bits()};
    done = {};
    matrices again(part_format, splits * batches, m, n);
    matrices y(y_format, batches, m, n), bias(bias_format, 1, 1, n), c(c_format, batches, m, n);
    for (std::int64_t b = 0; b < batches; ++b)
        for (std::int64_t i = 0; i < m; ++i)
            for (std::int64_t j = 0; j < n; ++j) {
                scalar sum(0);
                for (std::int64_t s = 0; s < splits; ++s) sum = sum + again.read(s * batches + b, i, j);
                y.write(b, i, j, detail::finished(sum, ask, bias, c, b, i, j));
            }
    return {first, {done, again.bits() + bias.bits() + c.bits(), y.bits()}};
}

}  // namespace oracle
