// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/records.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace roofline::inline ROOFLINE_ABI::report {

/// A field of RFC 4180: in quotes where it would be misread without.
inline std::string csv_quoted(std::string_view text) {
    const bool plain =
        text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain) return std::string(text);
    std::string result = "\"";
    for (const char c : text) result.append(c == '"' ? 2 : 1, c);
    return result.append("\"");
}

/// A table for programs: a line of names, then numbers in base units with every digit. Quoted as RFC 4180 has it, but
/// lines end in LF alone, which every reader takes. What is no finite number reads nan, inf or -inf.
inline std::string csv(const table& t) {
    const records r = records_of(t);
    std::string result;
    for (std::size_t i = 0; i < r.names.size(); ++i) result.append(i > 0 ? "," : "").append(csv_quoted(r.names[i]));
    result.push_back('\n');
    for (const auto& row : r.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) result.push_back(',');
            if (const double* number = std::get_if<double>(&row[i])) result.append(shortest(*number));
            if (const std::string* words = std::get_if<std::string>(&row[i])) result.append(csv_quoted(*words));
        }
        result.push_back('\n');
    }
    return result;
}

}  // namespace roofline::report
