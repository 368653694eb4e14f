// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

/// How many columns of a terminal some UTF-8 takes.
namespace roofline::inline ROOFLINE_ABI::report {

namespace detail {

struct code_point {
    char32_t value;
    std::size_t bytes;
};

/// The first code point; a byte that begins none is U+FFFD, as terminals show it.
constexpr code_point first_code_point(std::string_view text) {
    constexpr code_point malformed{0xFFFD, 1};
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return malformed;
    char32_t value = lead & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return malformed;
        value = value << 6 | (byte(i) & 0x3F);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[bytes] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return malformed;
    return {value, bytes};
}

constexpr int width_of(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (within(0x300, 0x36F) || within(0x200B, 0x200F) || within(0xFE00, 0xFE0F) || c == 0xFEFF) return 0;  // combining
    const bool wide = within(0x1100, 0x115F) || within(0x2E80, 0xA4CF) || within(0xAC00, 0xD7A3) ||
                      within(0xF900, 0xFAFF) || within(0xFE30, 0xFE6F) || within(0xFF00, 0xFF60) ||
                      within(0xFFE0, 0xFFE6) || within(0x1F300, 0x1FAFF) || within(0x20000, 0x3FFFD);
    return wide ? 2 : 1;
}

constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

}  // namespace detail

/// Columns of a text on one line.
constexpr int display_width(std::string_view text) {
    int width = 0;
    while (!text.empty()) {
        const detail::code_point c = detail::first_code_point(text);
        width += detail::width_of(c.value);
        text.remove_prefix(c.bytes);
    }
    return width;
}

/// One line of well-formed text that moves no cursor: line breaks and tabs become spaces, other control characters and
/// malformed bytes U+FFFD.
inline std::string one_line(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const detail::code_point c = detail::first_code_point(text);
        if (c.value == '\n' || c.value == '\r' || c.value == '\t')
            result.push_back(' ');
        else if (c.value == 0xFFFD || detail::is_control(c.value))
            result.append("\xEF\xBF\xBD");
        else
            result.append(text.substr(0, c.bytes));
        text.remove_prefix(c.bytes);
    }
    return result;
}

}  // namespace roofline::report
