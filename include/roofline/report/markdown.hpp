// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>
#include <roofline/report/table.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace roofline::inline ROOFLINE_ABI::report {

/// Text that Markdown shows as it is, on one line. Unescaped, "memory<dram>" would lose its "<dram>" to HTML and a pipe
/// would end the cell. Underscores inside a word stay bare, since they mean nothing there: q_b_proj remains readable.
inline std::string markdown_escaped(std::string_view text) {
    constexpr std::string_view always = "\\`*[]<>|~&$";
    const std::string line = one_line(text);
    const auto inside_word = [&](std::size_t i) {
        const auto is_word = [](unsigned char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
        };
        return i > 0 && i + 1 < line.size() && is_word(static_cast<unsigned char>(line[i - 1])) &&
               is_word(static_cast<unsigned char>(line[i + 1])) && line[i - 1] != '_' && line[i + 1] != '_';
    };
    std::string result;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool special = line[i] == '_' ? !inside_word(i) : always.find(line[i]) != std::string_view::npos;
        if (special) result.push_back('\\');
        result.push_back(line[i]);
    }
    return result;
}

/// As a table of GitHub's Markdown, padded so that its source reads as a table, too.
inline std::string markdown(const table& t) {
    const std::size_t count = t.columns().size();
    std::vector<std::vector<std::string>> lines(1);
    for (const column& c : t.columns()) lines[0].push_back(markdown_escaped(c.header));
    for (const auto& row : t.rows()) {
        lines.emplace_back();
        for (const cell& c : row) lines.back().push_back(markdown_escaped(c.text()));
    }
    std::vector<int> widths(count, 3);  // "--:"
    for (const auto& line : lines)
        for (std::size_t i = 0; i < count; ++i) widths[i] = (std::max)(widths[i], display_width(line[i]));

    std::string result;
    for (std::size_t r = 0; r < lines.size() && count > 0; ++r) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::string pad(static_cast<std::size_t>(widths[i] - display_width(lines[r][i])), ' ');
            const bool right = t.columns()[i].alignment == align::right;
            result.append("| ").append(right ? pad + lines[r][i] : lines[r][i] + pad).push_back(' ');
        }
        result.append("|\n");
        if (r > 0) continue;
        for (std::size_t i = 0; i < count; ++i) {
            const bool right = t.columns()[i].alignment == align::right;
            result.append("| ").append(static_cast<std::size_t>(widths[i]) - right, '-').append(right ? ": " : " ");
        }
        result.append("|\n");
    }
    return result;
}

}  // namespace roofline::report
