// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/engineering.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One description of a table; how it is drawn is each renderer's own business.
namespace roofline::report {

enum class align { left, right };

struct column {
    std::string header;
    align alignment = align::left;
};

/// What a person reads, and where it is a number also what a program reads: the value in base units.
struct cell {
    std::string text;
    std::optional<double> value{};

    cell(std::string words) : text(std::move(words)) {}
    cell(std::string_view words) : text(words) {}
    cell(const char* words) : text(words) {}
    cell(const quantity_text& q) : text(to_text(q)), value(q.value) {}
};

/// Rows under columns.
///
///     table t({{"operator"}, {"time", align::right}});
///     t.row({"q_b_proj", engineering(p.time)});
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
