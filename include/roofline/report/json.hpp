// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>
#include <roofline/report/records.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace roofline::inline ROOFLINE_ABI::report {

/// A string of RFC 8259, quotes included. Bytes that are no UTF-8 become U+FFFD.
inline std::string json_quoted(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string result = "\"";
    while (!text.empty()) {
        const detail::code_point c = detail::first_code_point(text);
        if (c.value == '"' || c.value == '\\')
            result.append("\\").push_back(text[0]);
        else if (c.value < 0x20)
            result.append("\\u00").append(1, hex[c.value >> 4]).append(1, hex[c.value & 15]);
        else if (c.value == 0xFFFD)
            result.append("\xEF\xBF\xBD");
        else
            result.append(text, 0, c.bytes);
        text.remove_prefix(c.bytes);
    }
    return result.append("\"");
}

/// A table for programs: an array of one object a row, numbers in base units with every digit. An empty cell is null,
/// and so is what is no finite number, which JSON cannot write.
inline std::string json(const table& t) {
    const records r = records_of(t);
    std::string result = "[";
    for (std::size_t row = 0; row < r.rows.size(); ++row) {
        result.append(row > 0 ? ",\n" : "\n").append("  {");
        for (std::size_t i = 0; i < r.names.size(); ++i) {
            result.append(i > 0 ? ", " : "").append(json_quoted(r.names[i])).append(": ");
            const double* number = std::get_if<double>(&r.rows[row][i]);
            const std::string* words = std::get_if<std::string>(&r.rows[row][i]);
            result.append(words ? json_quoted(*words) : number && std::isfinite(*number) ? shortest(*number) : "null");
        }
        result.append("}");
    }
    return result.append(r.rows.empty() ? "]\n" : "\n]\n");
}

}  // namespace roofline::report
