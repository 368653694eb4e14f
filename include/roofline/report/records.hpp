// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/table.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

/// A table as programs read it: named fields, numbers in base units with every digit they have.
namespace roofline::inline ROOFLINE_ABI::report {

/// Nothing, a number, or words.
using field = std::variant<std::monostate, double, std::string>;

struct records {
    std::vector<std::string> names;
    std::vector<std::vector<field>> rows;
};

/// The shortest decimal that reads back as the same double; whole numbers as such.
inline std::string shortest(double value) {
    char text[32];
    const bool whole = std::abs(value) < 9007199254740992.0 && value == std::floor(value);
    const auto end = whole ? std::to_chars(text, text + sizeof text, static_cast<std::int64_t>(value))
                           : std::to_chars(text, text + sizeof text, value);
    return {text, end.ptr};
}

namespace detail {

/// A name that needs no quoting in a script: "FLOP/B" is FLOP_per_B, "M=1" is M_1.
inline std::string identifier(std::string_view text) {
    std::string result;
    const auto gap = [&] {
        if (!result.empty() && result.back() != '_') result.push_back('_');
    };
    for (const char c : text) {
        const bool kept = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          static_cast<unsigned char>(c) >= 0x80;
        if (!kept) gap();
        if (kept) result.push_back(c);
        if (c == '/') result.append("per_");
        if (c == '%') result.append("percent_");
    }
    while (result.ends_with('_')) result.pop_back();
    return result;
}

struct column_units {
    std::string_view unit{};  // of its numbers, where they have one in common
    bool mixed = false;
};
inline column_units units_of(const table& t, std::size_t column) {
    column_units found;
    bool any = false;
    for (const auto& row : t.rows()) {
        const quantity_text* number = row[column].number();
        if (number == nullptr) continue;
        if (any && number->unit.symbol != found.unit) return {{}, true};
        found.unit = number->unit.symbol;
        any = true;
    }
    return found;
}

inline std::string key_of(const column& c, std::string_view unit) {
    if (!c.key.empty()) return c.key;
    const bool said = unit.empty() || std::string_view(c.header).ends_with(unit);
    return identifier(said ? c.header : c.header + " " + std::string(unit));
}

/// No field without a name, no name twice.
inline void add_name(std::vector<std::string>& names, std::string name) {
    if (name.empty()) name = "column_" + std::to_string(names.size() + 1);
    const std::string base = name;
    for (int i = 2; std::find(names.begin(), names.end(), name) != names.end(); ++i)
        name = base + "_" + std::to_string(i);
    names.push_back(std::move(name));
}

inline field field_of(const cell& c) {
    if (c.number() != nullptr) return c.number()->value;
    std::string words = c.text();
    if (words.empty()) return {};
    return words;
}

}  // namespace detail

/// The fields of a table. A column whose numbers have one unit says it in its name, time_s; one with numbers in several
/// is followed by a column of their units.
inline records records_of(const table& t) {
    records result;
    std::vector<bool> mixed;
    for (std::size_t i = 0; i < t.columns().size(); ++i) {
        const detail::column_units found = detail::units_of(t, i);
        detail::add_name(result.names, detail::key_of(t.columns()[i], found.unit));
        if (found.mixed) detail::add_name(result.names, result.names.back() + "_unit");
        mixed.push_back(found.mixed);
    }
    for (const auto& row : t.rows()) {
        result.rows.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            result.rows.back().push_back(detail::field_of(row[i]));
            const quantity_text* number = row[i].number();
            if (mixed[i]) result.rows.back().push_back(number ? field(std::string(number->unit.symbol)) : field());
        }
    }
    return result;
}

}  // namespace roofline::report
