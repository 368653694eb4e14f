// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Whether a figure rounds to the one a document prints: prints_as(intensity(x), 378.09_FLOPpB, 0.01) compares to two
/// decimals. `step` is one unit of the last digit printed, in the base unit of the quantity.
template<class Quantity>
constexpr bool prints_as(const Quantity& value, const Quantity& printed, double step) {
    const double difference = value.value() - printed.value();
    return difference <= 0.5 * step && difference >= -0.5 * step;
}
constexpr bool prints_as(double value, double printed, double step) {
    return value - printed <= 0.5 * step && printed - value <= 0.5 * step;
}
