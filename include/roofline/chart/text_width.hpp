// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>

#include <string>
#include <string_view>
#include <vector>

/// How wide a text of a sans-serif font will be, without the font: wide enough for Arial, Helvetica and Liberation Sans.
namespace roofline::inline ROOFLINE_ABI::chart {

namespace detail {
/// In thousandths of the font size, rounded up by classes.
constexpr int advance(char32_t c) {
    const auto among = [c](std::string_view list) { return c < 0x80 && list.find(static_cast<char>(c)) != list.npos; };
    if (among("ijl'|")) return 240;
    if (among(" .,:;!/\\fIt[]")) return 285;
    if (among("()-r`\"{}")) return 360;
    if (among("mwMW%@")) return 900;
    if (among("+<>=~")) return 590;
    if (c >= 'A' && c <= 'Z') return 730;
    if (c < 0x80) return 562;
    const int columns = report::detail::width_of(c);
    return columns == 2 ? 1000 : columns == 0 ? 0 : 700;
}
}  // namespace detail

inline double text_width(std::string_view text, double size, bool bold = false) {
    double sum = 0;
    while (!text.empty()) {
        const report::detail::code_point c = report::detail::first_code_point(text);
        sum += detail::advance(c.value);
        text.remove_prefix(c.bytes);
    }
    return sum / 1000 * size * (bold ? 1.08 : 1.02);
}

/// On one line; what is wider ends in an ellipsis.
inline std::string fitted(std::string_view text, double size, double width, bool bold = false) {
    std::string line = report::one_line(text);
    if (text_width(line, size, bold) <= width) return line;
    std::string kept;
    for (std::string_view rest = line; !rest.empty();) {
        const std::size_t bytes = report::detail::first_code_point(rest).bytes;
        const std::string longer = kept + std::string(rest.substr(0, bytes));
        if (text_width(longer + "\xE2\x80\xA6", size, bold) > width) break;
        kept = longer;
        rest.remove_prefix(bytes);
    }
    return kept + "\xE2\x80\xA6";
}

/// Broken at spaces; a word wider than a line ends in an ellipsis. Nothing has no lines.
inline std::vector<std::string> broken(std::string_view text, double size, double width, bool bold = false) {
    const std::string line = report::one_line(text);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = (std::min)(line.find(' ', begin), line.size());
        const std::string word = fitted(std::string_view(line).substr(begin, end - begin), size, width, bold);
        begin = end + 1;
        if (word.empty()) continue;
        if (!lines.empty() && text_width(lines.back() + " " + word, size, bold) <= width)
            lines.back().append(" ").append(word);
        else
            lines.push_back(word);
    }
    return lines;
}

}  // namespace roofline::chart
