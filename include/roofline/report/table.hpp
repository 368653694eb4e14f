// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/engineering.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// One description of a table; how it is drawn is each renderer's own business.
namespace roofline::inline ROOFLINE_ABI::report {

enum class align { left, right };

struct column {
    std::string header;
    align alignment = align::left;
    std::string key{};  // its name in files for programs; made of header and unit where it is left out: time_s
};

/// Words, or a number with its unit. Each renderer writes the number in its own way: 3.195 us for people, 3.19488e-06 in
/// a column time_s for programs.
class cell {
public:
    cell(std::string words) : content_(std::move(words)) {}
    cell(std::string_view words) : content_(std::string(words)) {}
    cell(const char* words) : content_(std::string(words)) {}
    cell(const quantity_text& number) : content_(number) {}
    template<printable_quantity Quantity>
    cell(const Quantity& number) : content_(engineering(number)) {}
    template<std::integral Count>
    cell(Count count) : content_(significant(static_cast<double>(count), 17)) {}

    /// The number, or null where the cell is words.
    const quantity_text* number() const { return std::get_if<quantity_text>(&content_); }
    /// What people read.
    std::string text() const { return number() ? to_text(*number()) : std::get<std::string>(content_); }

private:
    std::variant<std::string, quantity_text> content_;
};

/// Rows under columns.
///
///     table t({{"operator"}, {"time", align::right}});
///     t.row({"q_b_proj", p.time});
///
/// Error: a row with more or fewer cells than there are columns throws std::invalid_argument.
class table {
public:
    explicit table(std::vector<column> columns) : columns_(std::move(columns)) {}

    table& row(std::vector<cell> cells) {
        if (cells.size() != columns_.size())
            throw std::invalid_argument("a row of " + std::to_string(cells.size()) + " cells in a table of " +
                                        std::to_string(columns_.size()) + " columns");
        rows_.push_back(std::move(cells));
        return *this;
    }
    /// Sets what follows apart from what stands above. A renderer without lines leaves it out.
    table& rule() {
        if (!rows_.empty()) rules_.push_back(rows_.size());
        return *this;
    }

    const std::vector<column>& columns() const { return columns_; }
    const std::vector<std::vector<cell>>& rows() const { return rows_; }
    bool rule_before(std::size_t row) const { return std::find(rules_.begin(), rules_.end(), row) != rules_.end(); }

private:
    std::vector<column> columns_;
    std::vector<std::vector<cell>> rows_;
    std::vector<std::size_t> rules_;
};

}  // namespace roofline::report
