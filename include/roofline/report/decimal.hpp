// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace roofline::inline ROOFLINE_ABI::report {

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

/// The double nearest to a number in decimal, whatever the locale: "12", "-0.5", ".5", "5.", "1e-6", "2E+3". Nothing where
/// the text is anything else, or is farther from 0 than all doubles or nearer to it than all but 0. (Not std::from_chars,
/// because libc++ 19 has none for double; std::strtod takes the decimal point of whatever locale the program has set, and
/// so gets to see none.)
inline std::optional<double> nearest_double(std::string_view text) {
    const auto take = [&text](char c) {
        const bool there = text.starts_with(c);
        if (there) text.remove_prefix(1);
        return there;
    };
    std::string digits = take('-') ? "-" : "";
    const auto take_digits = [&] {
        const std::size_t count = (std::min)(text.find_first_not_of("0123456789"), text.size());
        digits.append(text.substr(0, count));
        text.remove_prefix(count);
        return static_cast<std::int64_t>(count);
    };
    const std::int64_t whole = take_digits();
    const std::int64_t behind_point = take('.') ? take_digits() : 0;
    if (whole + behind_point == 0) return std::nullopt;
    const bool is_zero = digits.find_first_of("123456789") == std::string::npos;

    std::int64_t exponent = 0;
    if (take('e') || take('E')) {
        const bool below_one = !take('+') && take('-');
        const auto end = std::from_chars(text.data(), text.data() + text.size(), exponent);
        if (text.empty() || text.front() == '-' || end.ptr != text.data() + text.size()) return std::nullopt;
        const std::int64_t beyond = std::int64_t{1} << 60;  // beyond all doubles, however many digits there are
        exponent = end.ec == std::errc() ? (std::min)(exponent, beyond) : beyond;
        if (below_one) exponent = -exponent;
    } else if (!text.empty()) {
        return std::nullopt;
    }
    digits.append("e").append(std::to_string(exponent - behind_point));
    const double value = std::strtod(digits.c_str(), nullptr);
    return std::isfinite(value) && (value != 0 || is_zero) ? std::optional(value) : std::nullopt;
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
