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

}  // namespace oracle
