// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/axis.hpp>
#include <roofline/chart/label.hpp>
#include <roofline/chart/lines.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

/// Where everything of a drawn chart stands, as a value: what the renderer draws and the tests measure.
namespace roofline::inline ROOFLINE_ABI::chart {

/// In CSS pixels. The height of the whole follows: titles above, axis and legend below.
struct canvas {
    double width = 640;
    double plot_height = 360;
};

struct roof_line {
    segment line;
    standing kind;
    std::string tooltip;
};

struct mark_line {
    segment line;  // upwards
    std::string tooltip;
};

struct dot {
    spot at;
    int series;
    standing kind;
    std::string tooltip;
};

struct placed_tick {
    double at;  // x or y
    bool major;
    chart::label label;
};

struct legend_entry {
    enum class sample { series, standing, roof, none };
    sample what;
    int series;
    standing kind;
    chart::label label;  // the sample stands to its left
};

struct layout {
    double width, height;
    box frame;
    log_scale x, y;
    std::vector<label> title, subtitle;
    label x_title, y_title;
    std::vector<placed_tick> x_ticks, y_ticks;
    std::vector<roof_line> roofs;
    std::vector<mark_line> marks;
    std::vector<dot> dots;
    double dot_radius;
    std::vector<label> roof_labels, mark_labels, dot_labels;
    std::vector<legend_entry> legend;
    int left_out;  // points outside the axes

    static constexpr double sample_width = 20;
};

namespace detail {

[[noreturn]] inline void a_canvas_is_at_least_320_wide_with_a_plot_at_least_160_high() {
    throw unsupported("a chart needs a canvas from 320 to 10000 wide, with a plot from 160 to 10000 high");
}

inline std::string point_tooltip(const series& s, const point& q) {
    std::string text = s.name;
    if (!q.label.empty()) text.append(text.empty() ? "" : ": ").append(q.label);
    if (!q.shape.empty()) text.append("\n").append(q.shape);
    return text.append("\n")
        .append(report::to_text(report::engineering(q.intensity)))
        .append(", ")
        .append(performance_text(q.performance.value()))
        .append(s.kind == standing::measured ? ", measured" : ", bound");
}

/// A series of more points than this is told by its legend and tooltips alone, and so are all where they are too many.
inline constexpr std::size_t most_labels_of_a_series = 12;
inline constexpr std::size_t most_labels = 30;

class arranging {
public:
    /// Where the names of ceilings go: on their lines; on lines drawn out by a decade; beside the frame.
    enum class naming { on_lines, on_longer_lines, beside };

    arranging(const plot& p, const canvas& c, naming n)
        : plot_(p), canvas_(c), longer_(n == naming::on_longer_lines), beside_(n == naming::beside) {}

    layout run() {
        scales();
        frame();
        roofs();
        points();
        if (beside_) ceilings_beside();
        labels();
        legend();
        return std::move(out_);
    }

    /// Whether a ceiling found no place for its name.
    bool crowded() const { return crowded_; }

private:
    static constexpr double margin = 16, size = 11, title_size = 16, subtitle_size = 12, line_height = 18, leader = 14;

    void scales() {
        out_.width = canvas_.width;
        out_.x = intensity_scale(plot_);
        const bool is_set = plot_.intensities().high.value() > 0;
        if (longer_ && !is_set && out_.x.high < 1e300) out_.x.high *= 10;
        out_.y = performance_scale(plot_, out_.x);
    }

    void frame() {
        const double inner = out_.width - 2 * margin;
        double y = margin;
        for (const std::string& line : broken(plot_.title(), title_size, inner, true)) {
            out_.title.push_back(labelled(line, {margin, y + 13}, anchor::start, title_size));
            out_.title.back().outline =
                as_quad(upright_box(line, out_.title.back().at, anchor::start, title_size, true));
            y += 21;
        }
        for (const std::string& line : broken(plot_.subtitle(), subtitle_size, inner)) {
            out_.subtitle.push_back(labelled(line, {margin, y + 11}, anchor::start, subtitle_size));
            y += 16;
        }
        y += out_.title.empty() && out_.subtitle.empty() ? 0 : 10;
        out_.y_title = labelled("Performance", {margin, y + 9}, anchor::start, size);
        y += 23;

        const auto across = ticks(out_.x, intensity_text, static_cast<int>(inner / 70));
        const auto up = ticks(out_.y, performance_text, static_cast<int>(canvas_.plot_height / 26));
        double widest = 0;
        for (const tick& t : up) widest = (std::max)(widest, text_width(t.text, size));
        double last = 0;
        for (const tick& t : across)
            if (t.major) last = text_width(t.text, size) / 2;
        double right = (std::max)(margin, last + 4);
        if (beside_)
            for (const visible_line& l : visible_lines(plot_, out_.x, out_.y))
                if (l.is_plateau) right = (std::max)(right, leader + margin + text_width(l.name, size));
        right = (std::min)(right, 0.4 * out_.width);
        out_.frame = {margin + widest + 7, y, out_.width - right, y + canvas_.plot_height};
        out_.x.start = out_.frame.left;
        out_.x.end = out_.frame.right;
        out_.y.start = out_.frame.bottom;
        out_.y.end = out_.frame.top;

        for (const tick& t : across) {
            const double at = out_.x(t.value);
            out_.x_ticks.push_back(
                {at, t.major, labelled(t.text, {at, out_.frame.bottom + 16}, anchor::middle, size)});
        }
        for (const tick& t : up) {
            const double at = out_.y(t.value);
            out_.y_ticks.push_back({at, t.major, labelled(t.text, {out_.frame.left - 7, at + 4}, anchor::end, size)});
        }
        out_.x_title = labelled("Arithmetic intensity (FLOP/B)",
                                {(out_.frame.left + out_.frame.right) / 2, out_.frame.bottom + 34}, anchor::middle, size);
    }

    void roofs() {
        for (const visible_line& l : visible_lines(plot_, out_.x, out_.y)) {
            const segment line{{out_.x(l.from), out_.y(l.from_value)}, {out_.x(l.to), out_.y(l.to_value)}};
            out_.roofs.push_back({line, l.kind, l.tooltip});
            names_.push_back({l.name, l.is_plateau, false});
        }
        for (const mark& m : plot_.marks()) {
            if (!out_.x.holds(m.at.value())) continue;
            const double at = out_.x(m.at.value());
            out_.marks.push_back({{{at, out_.frame.bottom}, {at, out_.frame.top}}, mark_text(m)});
        }
    }

    void points() {
        std::size_t all = 0;
        out_.left_out = 0;
        for (std::size_t i = 0; i < plot_.all_series().size(); ++i) {
            const series& s = plot_.all_series()[i];
            all += s.points.size();
            for (const point& q : s.points) {
                if (s.points.size() <= most_labels_of_a_series && !q.label.empty()) ++labelled_;
                if (out_.x.holds(q.intensity.value()) && out_.y.holds(q.performance.value()))
                    out_.dots.push_back({{out_.x(q.intensity.value()), out_.y(q.performance.value())},
                                         static_cast<int>(i),
                                         s.kind,
                                         point_tooltip(s, q)});
                else
                    ++out_.left_out;
            }
        }
        out_.dot_radius = all > 60 ? 3.4 : 4.6;
    }

    void labels() {
        std::vector<spot> dots;
        for (const dot& d : out_.dots) dots.push_back(d.at);
        std::vector<obstacle_line> lines;
        for (const roof_line& l : out_.roofs) lines.push_back({l.line, 5, true});
        for (const mark_line& l : out_.marks) lines.push_back({l.line, 2.5, false});
        const box& f = out_.frame;
        label_search search({f.left + 3, f.top + 2, f.right - 3, f.bottom - 2}, dots, out_.dot_radius, std::move(lines));

        for (std::size_t i = 0; i < out_.roofs.size(); ++i) {
            const std::string text = fitted(names_[i].text, size, 0.75 * f.width());
            const segment& line = out_.roofs[i].line;
            if (names_[i].beside)
                search.add({});
            else if (names_[i].plateau)
                search.add(places_along_plateau(line, text, size, out_.dot_radius + 6));
            else
                search.add(places_along_slope(line, text, size, out_.dot_radius + 6));
        }
        const std::vector<std::string> texts = dot_texts();
        for (std::size_t i = 0; i < out_.dots.size(); ++i)
            if (!texts[i].empty())
                search.add(places_around(out_.dots[i].at, out_.dot_radius, fitted(texts[i], size, 0.4 * f.width()), size));
        for (const mark_line& m : out_.marks)
            search.add(places_beside_mark(m.line, fitted(m.tooltip, size, 0.7 * f.width()), size));

        const auto found = search.found(out_.roofs.size());
        auto next = found.begin();
        for (std::size_t i = 0; i < out_.roofs.size(); ++i, ++next) {
            if (*next) out_.roof_labels.push_back(**next);
            if (*next || names_[i].beside) continue;
            unplaced_.push_back(i);
            crowded_ = crowded_ || names_[i].plateau;
        }
        for (const std::string& text : texts) {
            if (text.empty()) continue;
            if (*next) out_.dot_labels.push_back(**next);
            ++next;
        }
        for (; next != found.end(); ++next)
            if (*next) out_.mark_labels.push_back(**next);
    }

    /// Names ceilings to the right of the frame, as near to their lines as they can without touching. The lowest ones
    /// stay for the legend where there is no room for all.
    void ceilings_beside() {
        constexpr double spacing = 14;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < out_.roofs.size(); ++i)
            if (names_[i].plateau) order.push_back(i);
        const auto height = [&](std::size_t i) { return out_.roofs[i].line.to.y; };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return height(a) != height(b) ? height(a) < height(b) : a < b;
        });
        order.resize((std::min)(order.size(), static_cast<std::size_t>(out_.frame.height() / spacing)));
        std::vector<double> y;
        for (const std::size_t i : order) y.push_back((std::max)(height(i), y.empty() ? 0 : y.back() + spacing));
        // What was pushed down is lifted by half of that, and again kept apart, from below.
        for (std::size_t k = y.size(); k-- > 0;) {
            y[k] = (y[k] + height(order[k])) / 2;
            if (k + 1 < y.size()) y[k] = (std::min)(y[k], y[k + 1] - spacing);
            y[k] = (std::min)(y[k], out_.frame.bottom - spacing * static_cast<double>(y.size() - 1 - k));
        }
        for (std::size_t k = 0; k < y.size(); ++k)
            y[k] = (std::max)(y[k], k == 0 ? out_.frame.top : y[k - 1] + spacing);
        for (std::size_t k = 0; k < order.size(); ++k) {
            names_[order[k]].beside = true;
            const double x = out_.frame.right + leader;
            const std::string text = fitted(names_[order[k]].text, size, out_.width - x - 4);
            out_.roof_labels.push_back(labelled(text, {x, y[k] + 4}, anchor::start, size));
            out_.roof_labels.back().leader = segment{{out_.frame.right + 2, height(order[k])}, {x - 3, y[k]}};
        }
    }

    /// What stands beside each dot: nothing where the series or all of them have too many.
    std::vector<std::string> dot_texts() const {
        std::vector<std::string> texts;
        for (const series& s : plot_.all_series())
            for (const point& q : s.points) {
                if (!out_.x.holds(q.intensity.value()) || !out_.y.holds(q.performance.value())) continue;
                const bool few = s.points.size() <= most_labels_of_a_series && labelled_ <= most_labels;
                texts.push_back(few ? q.label : "");
            }
        return texts;
    }

    void legend() {
        using sample = legend_entry::sample;
        const auto entry = [&](sample what, int number, standing kind, std::string text) {
            out_.legend.push_back({what, number, kind, chart::label{std::move(text)}});
        };
        bool bounds = false, measurements = false;
        int number = 0;
        for (const series& s : plot_.all_series()) {
            entry(sample::series, number++, s.kind, s.name);
            (s.kind == standing::bound ? bounds : measurements) = true;
        }
        if (bounds) entry(sample::standing, 0, standing::bound, "hollow: bound");
        if (measurements) entry(sample::standing, 0, standing::measured, "filled: measured");
        for (const std::size_t i : unplaced_) entry(sample::roof, 0, out_.roofs[i].kind, names_[i].text);
        if (out_.left_out > 0) entry(sample::none, 0, standing::bound, left_out_text(out_.left_out));

        const double inner = out_.width - 2 * margin, gap = 20;
        double widest = 0;
        for (legend_entry& e : out_.legend) {
            e.label.text = fitted(e.label.text, size, inner - layout::sample_width);
            widest = (std::max)(widest, layout::sample_width + text_width(e.label.text, size));
        }
        const int columns = (std::max)(1, static_cast<int>((inner + gap) / (widest + gap)));
        double y = out_.frame.bottom + 62;
        int column = 0;
        for (legend_entry& e : out_.legend) {
            if (column == columns) {
                column = 0;
                y += line_height;
            }
            const double x = margin + column++ * (widest + gap) + layout::sample_width;
            e.label = labelled(e.label.text, {x, y}, anchor::start, size);
        }
        out_.height = std::ceil(out_.legend.empty() ? out_.frame.bottom + 34 + margin : y + margin);
    }

    const plot& plot_;
    canvas canvas_;
    layout out_{};
    bool longer_, beside_;
    bool crowded_ = false;
    struct roof_name {
        std::string text;
        bool plateau;
        bool beside;  // the frame: it has its place
    };
    std::vector<roof_name> names_;  // of out_.roofs
    std::vector<std::size_t> unplaced_;
    std::size_t labelled_ = 0;
};

}  // namespace detail

/// Arranges a chart on a canvas. Error: a canvas too small for axes and labels, or beyond 10000, throws `unsupported`.
inline layout arranged(const plot& p, const canvas& c = {}) {
    if (!(c.width >= 320 && c.width <= 10000 && c.plot_height >= 160 && c.plot_height <= 10000))
        detail::a_canvas_is_at_least_320_wide_with_a_plot_at_least_160_high();
    using detail::arranging;
    for (const auto naming : {arranging::naming::on_lines, arranging::naming::on_longer_lines}) {
        arranging attempt(p, c, naming);
        layout result = attempt.run();
        if (!attempt.crowded()) return result;
    }
    return arranging(p, c, arranging::naming::beside).run();
}

}  // namespace roofline::chart
