// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/axis.hpp>
#include <roofline/chart/lines.hpp>
#include <roofline/report/display_width.hpp>
#include <roofline/report/terminal.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace roofline::inline ROOFLINE_ABI::chart {

namespace detail {

[[noreturn]] inline void a_terminal_chart_needs_40_columns_and_8_rows() {
    throw unsupported("a terminal chart needs from 40 to 1000 columns and from 8 to 1000 rows");
}

/// On one line; what is wider ends in an ellipsis.
inline std::string shortened(std::string_view text, int columns) {
    const std::string line = report::one_line(text);
    if (report::display_width(line) <= columns) return line;
    std::string kept;
    int width = 1;
    for (std::string_view rest = line; !rest.empty();) {
        const report::detail::code_point c = report::detail::first_code_point(rest);
        width += report::detail::width_of(c.value);
        if (width > columns) break;
        kept.append(rest.substr(0, c.bytes));
        rest.remove_prefix(c.bytes);
    }
    return kept + "\xE2\x80\xA6";
}

/// Characters in rows and columns; lines of Braille dots, two by four to a character, under text.
class cells {
public:
    cells(int columns, int rows)
        : columns_(columns), rows_(rows), text_(static_cast<std::size_t>(columns * rows)),
          dots_(static_cast<std::size_t>(columns * rows), 0) {}

    int columns() const { return columns_; }
    int rows() const { return rows_; }

    bool empty(int column, int row) const {
        return column >= 0 && column < columns_ && row >= 0 && row < rows_ && text_[at(column, row)].empty() &&
               dots_[at(column, row)] == 0;
    }
    void put(int column, int row, std::string_view glyph) {
        if (column >= 0 && column < columns_ && row >= 0 && row < rows_) text_[at(column, row)] = glyph;
    }
    /// In units of dots, from the upper left corner.
    void dot(int x, int y) {
        static constexpr unsigned char bits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
        if (x < 0 || y < 0 || x >= 2 * columns_ || y >= 4 * rows_) return;
        dots_[at(x / 2, y / 4)] = static_cast<unsigned char>(dots_[at(x / 2, y / 4)] | bits[y % 4][x % 2]);
    }
    void line(double x0, double y0, double x1, double y1, bool dashed) {
        const int steps = (std::max)(1, static_cast<int>(std::ceil((std::max)(std::abs(x1 - x0), std::abs(y1 - y0)))));
        for (int i = 0; i <= steps; ++i) {
            if (dashed && i / 3 % 2 == 1) continue;
            const double t = static_cast<double>(i) / steps;
            dot(static_cast<int>(std::lround(x0 + t * (x1 - x0))), static_cast<int>(std::lround(y0 + t * (y1 - y0))));
        }
    }
    /// Text that ends before a column, if nothing is there yet.
    bool write_before(int column, int row, std::string_view text) {
        const int first = column - report::display_width(text);
        for (int c = first - 1; c < column; ++c)
            if (!empty(c, row)) return false;
        int c = first;
        while (!text.empty()) {
            const report::detail::code_point p = report::detail::first_code_point(text);
            const int width = report::detail::width_of(p.value);
            if (width == 0 && c > first)
                text_[at(c - 1, row)].append(text.substr(0, p.bytes));
            else
                text_[at(c, row)] = text.substr(0, p.bytes);
            if (width == 2) text_[at(c + 1, row)] = continued;
            c += width;
            text.remove_prefix(p.bytes);
        }
        return true;
    }

    std::string row(int row) const {
        std::string result;
        for (int c = 0; c < columns_; ++c) {
            const std::string& text = text_[at(c, row)];
            const unsigned dots = dots_[at(c, row)];
            if (text == continued)
                continue;
            else if (!text.empty())
                result.append(text);
            else if (dots == 0)
                result.push_back(' ');
            else  // U+2800 and the dots
                result.append({'\xE2', static_cast<char>(0xA0 | dots >> 6), static_cast<char>(0x80 | (dots & 0x3F))});
        }
        return result;
    }

private:
    static constexpr std::string_view continued = "\x01";  // the second column of a wide character

    std::size_t at(int column, int row) const { return static_cast<std::size_t>(row * columns_ + column); }

    int columns_, rows_;
    std::vector<std::string> text_;
    std::vector<unsigned char> dots_;
};

/// Five shapes, then letters.
inline std::string glyph(int series, standing kind) {
    static constexpr std::string_view hollow[] = {"○", "□", "△", "◇", "▽"};
    static constexpr std::string_view filled[] = {"●", "■", "▲", "◆", "▼"};
    const bool is_measured = kind == standing::measured;
    if (series < 5) return std::string((is_measured ? filled : hollow)[series]);
    return std::string(1, static_cast<char>((is_measured ? 'A' : 'a') + (series - 5) % 26));
}

class terminal_writer {
public:
    terminal_writer(const plot& p, int columns, int rows) : plot_(p), columns_(columns), rows_(rows) {}

    std::string run() {
        x_ = intensity_scale(plot_);
        y_ = performance_scale(plot_, x_);
        const auto up = ticks(y_, performance_text, (std::max)(2, rows_ / 3));
        for (const tick& t : up) labels_ = (std::max)(labels_, report::display_width(t.text));
        cells area(columns_ - labels_ - 2, rows_);
        // A value stands in the middle of its dot.
        x_.end = 2 * area.columns() - 1;
        y_.start = 4 * area.rows() - 1;
        y_.end = 0;

        for (const std::string& line : report::wrapped(plot_.title(), columns_)) add(shortened(line, columns_));
        if (!plot_.subtitle().empty())
            for (const std::string& line : report::wrapped(plot_.subtitle(), columns_)) add(shortened(line, columns_));
        add("");
        draw_roofs(area);
        draw_points(area);
        name_ceilings(area);
        draw_marks(area);
        for (int r = 0; r < rows_; ++r) {
            std::string text;
            for (const tick& t : up)
                if (t.major && row_of(t.value) == r) text = t.text;
            const std::string pad(static_cast<std::size_t>(labels_ - report::display_width(text)), ' ');
            add(pad + text + (text.empty() ? " │" : " ┤") + area.row(r));
        }
        axis(area.columns());
        legend();
        return out_;
    }

private:
    void add(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        out_.append(line).push_back('\n');
    }
    int row_of(double performance) const { return static_cast<int>(std::lround(y_(performance))) / 4; }
    int column_of(double intensity) const { return static_cast<int>(std::lround(x_(intensity))) / 2; }

    void draw_roofs(cells& area) const {
        for (const visible_line& l : visible_lines(plot_, x_, y_))
            area.line(x_(l.from), y_(l.from_value), x_(l.to), y_(l.to_value), l.kind == standing::measured);
    }

    void draw_points(cells& area) {
        int number = 0;
        for (const series& s : plot_.all_series()) {
            for (const point& q : s.points) {
                if (x_.holds(q.intensity.value()) && y_.holds(q.performance.value()))
                    area.put(column_of(q.intensity.value()), row_of(q.performance.value()), glyph(number, s.kind));
                else
                    ++left_out_;
            }
            ++number;
        }
    }

    /// On the row above their line or below it, to the right; those without room are named in the legend.
    void name_ceilings(cells& area) {
        for (const visible_line& l : visible_lines(plot_, x_, y_)) {
            const std::string text = shortened(l.name, columns_ - 4);
            const int least = column_of(l.from) + report::display_width(text);
            bool placed = false;
            for (int end = area.columns(); l.is_plateau && !placed && end > least; --end)
                placed = area.write_before(end, row_of(l.from_value) - 1, text) ||
                         area.write_before(end, row_of(l.from_value) + 1, text);
            if (!placed) legend_.push_back((l.is_plateau ? l.kind == standing::measured ? "╌╌ " : "── " : "╱ ") + text);
        }
    }

    void draw_marks(cells& area) {
        for (const mark& m : plot_.marks()) {
            if (!x_.holds(m.at.value())) continue;
            const int column = column_of(m.at.value());
            for (int r = 0; r < rows_; ++r)
                if (area.empty(column, r)) area.put(column, r, "┊");
            legend_.push_back("┊ " + shortened(mark_text(m), columns_ - 2));
        }
    }

    void axis(int columns) {
        std::string line(static_cast<std::size_t>(labels_ + 1), ' ');
        line.append("└");
        const auto across = ticks(x_, intensity_text, (std::max)(2, columns / 9));
        std::vector<bool> is_tick(static_cast<std::size_t>(columns), false);
        std::string names(static_cast<std::size_t>(columns_), ' ');
        std::size_t free = 0;
        for (const tick& t : across) {
            if (!t.major) continue;
            const int column = column_of(t.value);
            is_tick[static_cast<std::size_t>(column)] = true;
            const int middle = labels_ + 2 + column - static_cast<int>(t.text.size()) / 2;
            const std::size_t first =
                static_cast<std::size_t>(std::clamp(middle, 0, columns_ - static_cast<int>(t.text.size())));
            if (first < free) continue;
            names.replace(first, t.text.size(), t.text);
            free = first + t.text.size() + 1;
        }
        for (const bool tick : is_tick) line.append(tick ? "┬" : "─");
        add(line);
        add(names);
        const std::string title = "Arithmetic intensity (FLOP/B)";
        const int size = static_cast<int>(title.size());
        const int before = (std::min)(labels_ + 2 + (std::max)(0, columns - size) / 2, columns_ - size);
        add(std::string(static_cast<std::size_t>(before), ' ') + title);
    }

    void legend() {
        int number = 0;
        for (const series& s : plot_.all_series()) {
            const std::string kind = s.kind == standing::measured ? ", measured" : ", bound";
            legend_.push_back(glyph(number++, s.kind) + " " + shortened(s.name + kind, columns_ - 2));
        }
        if (left_out_ > 0) legend_.push_back(left_out_text(left_out_));
        if (legend_.empty()) return;
        add("");
        std::string line;
        for (const std::string& entry : legend_) {
            if (!line.empty() && report::display_width(line) + 3 + report::display_width(entry) > columns_) {
                add(line);
                line.clear();
            }
            line.append(line.empty() ? "" : "   ").append(entry);
        }
        add(line);
    }

    const plot& plot_;
    int columns_, rows_;
    log_scale x_, y_;
    int labels_ = 0;  // columns of the widest
    int left_out_ = 0;
    std::vector<std::string> legend_;
    std::string out_;
};

}  // namespace detail

/// A chart of Unicode characters, so many columns wide and with so many rows inside its axes; titles stand above, axis
/// and legend below. Error: fewer than 40 columns or 8 rows, or more than 1000 of either, throw `unsupported`.
inline std::string terminal(const plot& p, int columns = 80, int rows = 20) {
    if (columns < 40 || rows < 8 || columns > 1000 || rows > 1000) detail::a_terminal_chart_needs_40_columns_and_8_rows();
    return detail::terminal_writer(p, columns, rows).run();
}

}  // namespace roofline::chart
