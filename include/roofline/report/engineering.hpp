// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/decimal.hpp>
#include <roofline/units/system.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <ostream>
#include <string>
#include <string_view>

/// Quantities as people write them: 9.664 GFLOP, 3.025 PFLOP/s, 25.56 MB, 3.195 us, 378.1 FLOP/B.
namespace roofline::inline ROOFLINE_ABI::report {

/// How a unit is written, and the powers of 1000 that it takes a prefix for: nobody says mFLOP or ks.
struct unit_style {
    std::string_view symbol;
    int lowest;
    int highest;
};

// A user's own quantity prints, too, once a style() for it stands in the namespace of its dimension.
constexpr unit_style style(units::work) { return {"FLOP", 0, 8}; }
constexpr unit_style style(units::traffic) { return {"B", 0, 8}; }
constexpr unit_style style(units::duration) { return {"s", -4, 0}; }
constexpr unit_style style(units::energy) { return {"J", -4, 8}; }
constexpr unit_style style(units::performance) { return {"FLOP/s", 0, 8}; }
constexpr unit_style style(units::bandwidth) { return {"B/s", 0, 8}; }
constexpr unit_style style(units::intensity) { return {"FLOP/B", 0, 0}; }
constexpr unit_style style(units::power) { return {"W", -3, 8}; }

template<class Quantity>
concept printable_quantity = requires(const Quantity& q) {
    { style(q) } -> std::same_as<unit_style>;
    { q.value() } -> std::convertible_to<double>;
};

/// A quantity and how to print it. Boost's quantities themselves get no operator<<: they are not ours.
struct quantity_text {
    enum class prefixes { si, binary };

    double value;  // in base units
    unit_style unit;
    int digits;
    prefixes prefix = prefixes::si;
    bool shows_unit = true;

    /// The prefix alone, for a column whose header names the unit: "9.664 G".
    constexpr quantity_text bare() const {
        quantity_text result = *this;
        result.shows_unit = false;
        return result;
    }
};

/// With an SI prefix, to so many significant digits (3 to 17). Zeros at the end are significant: "8 TB/s" is exact,
/// "8.000 TB/s" was rounded. What is too large or too small for a prefix is written with an exponent.
template<printable_quantity Quantity>
constexpr quantity_text engineering(const Quantity& q, int digits = 4) {
    return {q.value(), style(q), digits};
}

/// Bytes with a prefix of 1024: 12 GiB.
constexpr quantity_text binary(const units::traffic& q, int digits = 4) {
    return {q.value(), style(q), digits, quantity_text::prefixes::binary};
}

namespace detail {

inline std::string joined(std::string number, std::string_view prefix, const quantity_text& q) {
    if (!prefix.empty() || (q.shows_unit && !q.unit.symbol.empty())) number.push_back(' ');
    number.append(prefix);
    if (q.shows_unit) number.append(q.unit.symbol);
    return number;
}

inline std::string si_text(const quantity_text& q) {
    static constexpr std::string_view prefixes[] = {"y", "z", "a", "f", "p", "n", "u", "m", "",
                                                    "k", "M", "G", "T", "P", "E", "Z", "Y"};
    decimal number = rounded(q.value, q.digits);
    const int power = (number.exponent - (number.exponent < 0 ? 2 : 0)) / 3;  // rounds down
    const int index = std::clamp(power, q.unit.lowest, q.unit.highest);
    const int exponent = number.exponent - 3 * index;
    if (q.value == 0) return joined("0", "", q);
    if (exponent < -3 || exponent > (index == 0 ? 14 : 2)) return joined(scientific(number), "", q);
    // 86400 s has no prefix to shorten it. Its integer part is not rounded, for zeros there would look like digits.
    if (exponent >= std::clamp(q.digits, 3, 17)) {
        number = rounded(std::round(q.value), 17);
        return joined(positional(number, number.exponent), "", q);
    }
    return joined(positional(number, exponent), prefixes[index + 8], q);
}

inline std::string binary_text(const quantity_text& q) {
    static constexpr std::string_view prefixes[] = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"};
    const int digits = std::clamp(q.digits, 4, 17);  // 1023 KiB has four before the point
    const double carry = 1024 - 0.5 * std::pow(10.0, 4 - digits);
    double value = q.value;
    int index = 0;
    while (index < 8 && std::abs(value) >= carry) {
        value /= 1024;  // exact
        ++index;
    }
    if (value == 0) return joined("0", "", q);
    const decimal number = rounded(value, digits);
    if (number.exponent < -3 || number.exponent > 3) return joined(scientific(rounded(q.value, digits)), "", q);
    return joined(positional(number, number.exponent), prefixes[index], q);
}

}  // namespace detail

inline std::string to_text(const quantity_text& q) {
    if (!std::isfinite(q.value))
        return detail::joined(std::isnan(q.value) ? "nan" : q.value < 0 ? "-inf" : "inf", "", q);
    return q.prefix == quantity_text::prefixes::si ? detail::si_text(q) : detail::binary_text(q);
}

inline std::ostream& operator<<(std::ostream& out, const quantity_text& q) { return out << to_text(q); }

/// A bare number, for ratios and for columns in one fixed unit: significant(p.attainable() / 1_TFLOPS) prints 3025.
constexpr quantity_text significant(double value, int digits = 4) { return {value, {"", 0, 0}, digits}; }

}  // namespace roofline::report
