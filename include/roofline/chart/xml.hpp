// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>

#include <charconv>
#include <string>
#include <string_view>

/// Text and numbers inside XML.
namespace roofline::inline ROOFLINE_ABI::chart {

/// Text for content and attributes: markup escaped, and what XML 1.0 forbids replaced by U+FFFD. Line breaks stay.
inline std::string xml_escaped(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const report::detail::code_point c = report::detail::first_code_point(text);
        const bool control = report::detail::is_control(c.value) && c.value != '\n' && c.value != '\t';
        if (c.value == '&')
            result.append("&amp;");
        else if (c.value == '<')
            result.append("&lt;");
        else if (c.value == '>')
            result.append("&gt;");
        else if (c.value == '"')
            result.append("&quot;");
        else if (c.value == '\'')
            result.append("&#39;");
        else if (control || c.value == 0xFFFD || c.value == 0xFFFE || c.value == 0xFFFF)
            result.append("\xEF\xBF\xBD");
        else
            result.append(text.substr(0, c.bytes));
        text.remove_prefix(c.bytes);
    }
    return result;
}

/// A coordinate to a hundredth, the same with every compiler and locale: "12", "12.5", "-0.25".
inline std::string coordinate(double value) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 2);
    std::string result(text, end.ptr);
    while (result.back() == '0') result.pop_back();
    if (result.back() == '.') result.pop_back();
    return result == "-0" || result.empty() ? "0" : result;
}

}  // namespace roofline::chart
