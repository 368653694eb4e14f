// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/memory.hpp"
#include "oracle/scalar.hpp"

/// Operators as a textbook writes them, over memories that count. Each returns what it did.
namespace oracle {

struct observed {
    tally operations;
    std::int64_t bits_read;
    std::int64_t bits_written;

    double bytes_read() const { return static_cast<double>(bits_read) / 8; }
    double bytes_written() const { return static_cast<double>(bits_written) / 8; }
};

/// B products (M,K) x (K,N) -> (M,N).
inline observed matmul(const format& x_format, const format& w_format, const format& y_format, std::int64_t batches,
                       std::int64_t m, std::int64_t k, std::int64_t n) {
    done = {};
    matrices x(x_format, batches, m, k);
    auto w = matrices::weight(w_format, batches, k, n);
    matrices y(y_format, batches, m, n);
    for (std::int64_t b = 0; b < batches; ++b)
        for (std::int64_t i = 0; i < m; ++i)
            for (std::int64_t j = 0; j < n; ++j) {
                scalar sum(0);
                for (std::int64_t l = 0; l < k; ++l) sum = sum + x.read(b, i, l) * w.read(b, l, j);
                y.write(b, i, j, sum);
            }
    return {done, x.bits() + w.bits(), y.bits()};
}

/// (B,M,N) + (B,M,N) -> (B,M,N).
inline observed add(const format& x_format, const format& y_format, const format& z_format, std::int64_t batches,
                    std::int64_t rows, std::int64_t columns) {
    done = {};
    matrices x(x_format, batches, rows, columns);
    matrices y(y_format, batches, rows, columns);
    matrices z(z_format, batches, rows, columns);
    for (std::int64_t b = 0; b < batches; ++b)
        for (std::int64_t i = 0; i < rows; ++i)
            for (std::int64_t j = 0; j < columns; ++j) z.write(b, i, j, x.read(b, i, j) + y.read(b, i, j));
    return {done, x.bits() + y.bits(), z.bits()};
}

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

/// gate / (1 + exp(-gate)) * value, gate and value side by side in a row of 2 I. The base of the exponential is taken
/// as part of the gate, as it is in softmax.
inline observed silu_and_mul(const format& x_format, const format& y_format, std::int64_t batches, std::int64_t rows,
                             std::int64_t columns) {
    done = {};
    const std::int64_t half = columns / 2;
    matrices x(x_format, batches, rows, columns);
    matrices y(y_format, batches, rows, half);
    for (std::int64_t b = 0; b < batches; ++b)
        for (std::int64_t i = 0; i < rows; ++i)
            for (std::int64_t j = 0; j < half; ++j) {
                const scalar gate = x.read(b, i, j);
                const scalar value = x.read(b, i, half + j);
                y.write(b, i, j, gate * reciprocal(scalar(1) + exp2(-gate)) * value);
            }
    return {done, x.bits(), y.bits()};
}

}  // namespace oracle
