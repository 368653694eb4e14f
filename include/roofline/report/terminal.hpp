// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>
#include <roofline/report/table.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace roofline::inline ROOFLINE_ABI::report {

namespace detail {

inline std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text)
        if (c != ' ')
            words.back().push_back(c);
        else if (!words.back().empty())
            words.emplace_back();
    if (words.size() > 1 && words.back().empty()) words.pop_back();
    return words;
}

inline int longest_word(std::string_view text) {
    int longest = 0;
    for (const std::string& word : words_of(text)) longest = (std::max)(longest, display_width(word));
    return longest;
}

}  // namespace detail

/// Breaks a text into lines at its spaces. A word wider than a line is not broken.
inline std::vector<std::string> wrapped(std::string_view text, int width) {
    const std::string line = one_line(text);
    if (display_width(line) <= width) return {line};
    std::vector<std::string> lines(1);
    for (const std::string& word : detail::words_of(line)) {
        if (!lines.back().empty() && display_width(lines.back()) + 1 + display_width(word) > width)
            lines.emplace_back();
        if (!lines.back().empty()) lines.back().push_back(' ');
        lines.back().append(word);
    }
    return lines;
}

/// A paragraph for a terminal.
inline std::string paragraph(std::string_view text, int width = 120) {
    std::string result;
    for (const std::string& line : wrapped(text, width)) result.append(line).push_back('\n');
    return result;
}

/// Columns two spaces apart, thin rules, numbers to the right. Where the table is wider than `width`, the widest of its
/// left-aligned columns are wrapped at spaces; words and numbers are never broken, so a table of those may stay wider.
inline std::string terminal(const table& t, int width = 120) {
    const std::size_t count = t.columns().size();
    if (count == 0) return "";
    std::vector<int> widths(count, 0), least(count, 0);
    const auto fit = [&](std::size_t i, std::string_view text) {
        const std::string line = one_line(text);
        const bool right = t.columns()[i].alignment == align::right;
        widths[i] = (std::max)(widths[i], display_width(line));
        least[i] = right ? widths[i] : (std::max)(least[i], detail::longest_word(line));
    };
    for (std::size_t i = 0; i < count; ++i) fit(i, t.columns()[i].header);
    for (const auto& row : t.rows())
        for (std::size_t i = 0; i < count; ++i) fit(i, row[i].text());

    int total = 2 * static_cast<int>(count - 1);
    for (const int w : widths) total += w;
    while (total > width) {
        std::size_t widest = count;
        for (std::size_t i = 0; i < count; ++i)
            if (widths[i] > least[i] && (widest == count || widths[i] > widths[widest])) widest = i;
        if (widest == count) break;
        --widths[widest];
        --total;
    }

    std::string result;
    const auto draw = [&](const std::vector<std::vector<std::string>>& cells) {
        std::size_t height = 0;
        for (const auto& lines : cells) height = (std::max)(height, lines.size());
        for (std::size_t h = 0; h < height; ++h) {
            std::string line;
            for (std::size_t i = 0; i < count; ++i) {
                const std::string text = h < cells[i].size() ? cells[i][h] : "";
                const std::string pad(static_cast<std::size_t>(widths[i] - display_width(text)), ' ');
                line.append(i > 0 ? "  " : "")
                    .append(t.columns()[i].alignment == align::right ? pad + text : text + pad);
            }
            line.erase(line.find_last_not_of(' ') + 1);  // npos + 1 is 0
            result.append(line).push_back('\n');
        }
    };
    const auto rule = [&] {
        for (int i = 0; i < total; ++i) result.append("\xE2\x94\x80");  // U+2500, a thin line
        result.push_back('\n');
    };

    std::vector<std::vector<std::string>> header;
    for (std::size_t i = 0; i < count; ++i) header.push_back(wrapped(t.columns()[i].header, widths[i]));
    draw(header);
    rule();
    for (std::size_t r = 0; r < t.rows().size(); ++r) {
        if (t.rule_before(r)) rule();
        std::vector<std::vector<std::string>> cells;
        for (std::size_t i = 0; i < count; ++i) cells.push_back(wrapped(t.rows()[r][i].text(), widths[i]));
        draw(cells);
    }
    return result;
}

}  // namespace roofline::report
