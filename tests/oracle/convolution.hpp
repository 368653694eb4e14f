// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/loops.hpp"

namespace oracle {

struct window {
    std::int64_t stride = 1, dilation = 1, padding = 0;
    /// The places where it fits, found by moving it on until it sticks out behind.
    std::int64_t places(std::int64_t extent, std::int64_t kernel) const {
        std::int64_t count = 0;
        while (count * stride - padding + (kernel - 1) * dilation < extent + padding) ++count;
        return count;
    }
};

/// (N,C,H,W) by (Co,C/groups,Kh,Kw) -> (N,Co,Ho,Wo). Beyond the edge there are zeros, which are multiplied like the rest.
inline observed convolution(const format& x_format, const format& w_format, const format& y_format, std::int64_t batch,
                            std::int64_t channels, std::int64_t height, std::int64_t width, std::int64_t outputs,
                            std::int64_t kernel_height, std::int64_t kernel_width, std::int64_t groups, window down,
                            window across) {
    done = {};
    const std::int64_t each = channels / groups;
    const std::int64_t rows = down.places(height, kernel_height), columns = across.places(width, kernel_width);
    matrices x(x_format, batch * channels, height, width);
    matrices w(w_format, 1, outputs, each * kernel_height * kernel_width);
    matrices y(y_format, batch * outputs, rows, columns);
    for (std::int64_t n = 0; n < batch; ++n)
        for (std::int64_t o = 0; o < outputs; ++o)
            for (std::int64_t r = 0; r < rows; ++r)
                for (std::int64_t c = 0; c < columns; ++c) {
                    scalar sum(0);
                    for (std::int64_t i = 0; i < each; ++i)
                        for (std::int64_t p = 0; p < kernel_height; ++p)
                            for (std::int64_t q = 0; q < kernel_width; ++q) {
                                const std::int64_t from = r * down.stride + p * down.dilation - down.padding;
                                const std::int64_t at = c * across.stride + q * across.dilation - across.padding;
                                const bool inside = from >= 0 && from < height && at >= 0 && at < width;
                                const std::int64_t channel = o / (outputs / groups) * each + i;
                                const scalar value = inside ? x.read(n * channels + channel, from, at) : scalar(0);
                                sum = sum + value * w.read(0, o, (i * kernel_height + p) * kernel_width + q);
                            }
                    y.write(n * outputs + o, r, c, sum);
                }
    return {done, x.bits() + w.bits(), y.bits()};
}

}  // namespace oracle
