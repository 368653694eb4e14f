// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

namespace roofline::report {

/// A finite number in decimal: 0.d1d2d3... x 10^(exponent + 1).
struct decimal {
    bool negative = false;
    std::string digits;  // the first is not 0, unless the number is
    int exponent = 0;    // of the first digit
};

namespace detail {
inline decimal parsed(std::string_view scientific) {
    decimal result;
    result.negative = scientific.starts_with('-');
    const std::size_t e = scientific.find('e');
    for (const char c : scientific.substr(0, e))
        if (c >= '0' && c <= '9') result.digits.push_back(c);
    const bool below_one = scientific[e + 1] == '-';
    std::from_chars(scientific.data() + e + 2, scientific.data() + scientific.size(), result.exponent);
    if (below_one) result.exponent = -result.exponent;
    return result;
}
}  // namespace detail

/// Rounds to so many significant digits (3 to 17; a double has no more).
///
/// Zeros at the end tell the reader something: they are kept where the number was rounded to them and are absent where
/// it is exactly what stands there. 8e12 gives the one digit 8, and 7.99996e12 to four digits gives 8000. Exact means
/// that no other double is nearer to those digits. The exponent is that after rounding, so that 999.96 to four digits
/// is 1.000 times 10^3. (std::to_chars, because printf writes the decimal point of whatever locale the program has
/// set.)
inline decimal rounded(double value, int significant) {
    char text[64];
    const auto shortest = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific);
    decimal result = detail::parsed({text, static_cast<std::size_t>(shortest.ptr - text)});
    const int digits = std::clamp(significant, 3, 17);
    if (result.digits.size() <= static_cast<std::size_t>(digits)) return result;
    const auto cut = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, digits - 1);
    return detail::parsed({text, static_cast<std::size_t>(cut.ptr - text)});
}

/// Written without an exponent, the point where `exponent` says that the first digit stands.
inline std::string positional(const decimal& number, int exponent) {
    std::string text = number.negative ? "-" : "";
    const int digits = static_cast<int>(number.digits.size());
    if (exponent < 0) {
        text.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(number.digits);
    } else if (exponent + 1 >= digits) {
        text.append(number.digits).append(static_cast<std::size_t>(exponent + 1 - digits), '0');
    } else {
        const std::size_t point = static_cast<std::size_t>(exponent) + 1;
        text.append(number.digits, 0, point).append(".").append(number.digits, point);
    }
    return text;
}

/// 1.234e+30: for what no prefix reaches.
inline std::string scientific(const decimal& number) {
    std::string text = positional(number, 0);
    const int magnitude = number.exponent < 0 ? -number.exponent : number.exponent;
    return text.append(number.exponent < 0 ? "e-" : "e+")
        .append(magnitude < 10 ? "0" : "")
        .append(std::to_string(magnitude));
}

}  // namespace roofline::report
