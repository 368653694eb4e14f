// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/geometry.hpp>
#include <roofline/chart/text_width.hpp>

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Labels inside the frame of a chart, and the search for places where they hide nothing.
namespace roofline::inline ROOFLINE_ABI::chart {

enum class anchor { start, middle, end };

/// A line of text. `outline` is what it covers, by the estimate of text_width().
struct label {
    std::string text;
    spot at{};  // of the baseline, at the anchored side
    anchor side = anchor::start;
    double size = 11;
    double angle = 0;  // clockwise, in radians, about `at`
    quad outline{};
    std::optional<segment> leader{};  // to what it names, where that is not beside it
};

inline box upright_box(const std::string& text, spot at, anchor side, double size, bool bold = false) {
    const double width = text_width(text, size, bold);
    const double left = at.x - (side == anchor::start ? 0 : side == anchor::middle ? width / 2 : width);
    return {left, at.y - 0.8 * size, left + width, at.y + 0.24 * size};
}

inline label labelled(std::string text, spot at, anchor side, double size, double angle = 0) {
    const quad outline = turned(upright_box(text, at, side, size), at, angle);
    return {std::move(text), at, side, size, angle, outline};
}

namespace detail {

struct candidate {
    chart::label label;
    double cost;                  // how much a designer would rather have another place
    std::optional<spot> names{};  // the dot it belongs to
    bool crosses = true;          // whether it may stand on a roof line
};

/// A line that a label had better not cross.
struct obstacle_line {
    segment line;
    double cost;
    bool is_roof;
};

/// Finds places for labels: greedily in the order given, then each again with all others in place, since the first took
/// what they liked without knowing who follows. Labels of lines come first, which have fewer places than those of dots.
class label_search {
public:
    label_search(box frame, const std::vector<spot>& dots, double radius, std::vector<obstacle_line> lines)
        : frame_(frame), dots_(dots), lines_(std::move(lines)) {
        const double r = radius + 1;
        for (const spot& d : dots) taken_.push_back(as_quad(box{d.x - r, d.y - r, d.x + r, d.y + r}));
    }

    void add(std::vector<candidate> places) { wishes_.push_back(std::move(places)); }

    /// One for each add(), in that order; nothing where every place would hide something. The first so many are placed
    /// as if the others did not exist, and then keep a place.
    std::vector<std::optional<label>> found(std::size_t first) const {
        state placed(wishes_.size());
        sweep(first, placed);
        sweep(wishes_.size(), placed);
        std::vector<std::optional<label>> labels;
        for (const candidate* c : placed) labels.push_back(c == nullptr ? std::nullopt : std::optional(c->label));
        return labels;
    }

private:
    using state = std::vector<const candidate*>;
    static constexpr double gap = 1.5, unplaced = 1000;

    void sweep(std::size_t count, state& placed) const {
        for (int times = 0; times < 3; ++times) {
            for (std::size_t i = 0; i < count; ++i) placed[i] = best(i, placed).first;
            for (std::size_t i = 0; i < count; ++i) move_another(i, placed);
        }
    }

    std::pair<const candidate*, double> best(std::size_t which, const state& placed) const {
        std::pair<const candidate*, double> chosen{nullptr, 0};
        for (const candidate& c : wishes_[which]) {
            if (chosen.first != nullptr && c.cost >= chosen.second) continue;
            const std::optional<double> cost = cost_of(c, which, placed);
            if (cost && (chosen.first == nullptr || *cost < chosen.second)) chosen = {&c, *cost};
        }
        return chosen;
    }

    /// Takes a place from one other label that has another to go to, where both together are better off.
    void move_another(std::size_t which, state& placed) const {
        constexpr double content = 3;
        const auto cost = [&](std::size_t i) {
            return placed[i] == nullptr ? unplaced : cost_of(*placed[i], i, placed).value_or(unplaced);
        };
        const double now = cost(which);
        if (now < content) return;
        state chosen;
        double gain = 0;
        for (std::size_t other = 0; other < placed.size(); ++other) {
            if (other == which || placed[other] == nullptr) continue;
            state moved = placed;
            moved[other] = nullptr;
            const auto mine = best(which, moved);
            if (mine.first == nullptr || mine.first == placed[which]) continue;
            moved[which] = mine.first;
            const auto its = best(other, moved);
            if (its.first == nullptr) continue;
            moved[other] = its.first;
            const double less = now + cost(other) - mine.second - its.second;
            if (less <= gain) continue;
            gain = less;
            chosen = std::move(moved);
        }
        if (!chosen.empty()) placed = std::move(chosen);
    }

    static bool hide_each_other(const label& a, const label& b) {
        return overlap(a.outline, b.outline, gap) || (b.leader && overlap(a.outline, as_quad(*b.leader), gap)) ||
               (a.leader && overlap(as_quad(*a.leader), b.outline, gap));
    }

    /// Nothing where it would hide something.
    std::optional<double> cost_of(const candidate& c, std::size_t which, const state& placed) const {
        const quad& outline = c.label.outline;
        if (!inside(outline, frame_)) return std::nullopt;
        for (const quad& q : taken_)
            if (overlap(outline, q, gap)) return std::nullopt;
        double cost = c.cost;
        for (const obstacle_line& l : lines_) {
            const double crossed = length_inside(l.line, outline);
            if (crossed > 0 && l.is_roof && !c.crosses) return std::nullopt;
            if (crossed > 0) cost += l.cost * (std::max)(1.0, crossed / (1.5 * c.label.size));  // struck through is worse
            if (c.label.leader && overlap(as_quad(*c.label.leader), as_quad(l.line))) cost += 0.6 * l.cost;
        }
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (i == which || placed[i] == nullptr) continue;
            const label& other = placed[i]->label;
            if (hide_each_other(c.label, other)) return std::nullopt;
            if (c.label.leader && other.leader && overlap(as_quad(*c.label.leader), as_quad(*other.leader))) cost += 4;
        }
        for (std::size_t i = 0; i < taken_.size() && c.label.leader && c.names; ++i)
            if (!same(dots_[i], *c.names) && overlap(as_quad(*c.label.leader), taken_[i])) cost += 12;
        return c.names ? cost + doubt(c, *c.names) : cost;
    }

    static bool same(spot a, spot b) { return std::hypot(a.x - b.x, a.y - b.y) < 1; }

    /// How likely a reader takes it for the label of another dot: one that it is as near to as to its own.
    double doubt(const candidate& c, spot own) const {
        if (c.label.leader) return 0;
        const box b = upright_box(c.label.text, c.label.at, c.label.side, c.label.size);
        const auto distance = [&](spot s) { return std::hypot(nearest(b, s).x - s.x, nearest(b, s).y - s.y); };
        double cost = 0;
        for (const spot& d : dots_) {
            if (!same(d, own) && distance(d) < distance(own) + 3) cost += 3;
        }
        return cost;
    }

    box frame_;
    std::vector<spot> dots_;
    std::vector<quad> taken_;  // by the dots
    std::vector<obstacle_line> lines_;
    std::vector<std::vector<candidate>> wishes_;
};

/// Around a dot, near to far; from the third ring on with a leader.
inline std::vector<candidate> places_around(spot dot, double radius, const std::string& text, double size) {
    struct direction {
        double x, y;
        anchor side;
        double cost;
    };
    static constexpr direction directions[] = {
        {1, 0, anchor::start, 0},       {0.75, 0.75, anchor::start, 0.1}, {0.75, -0.75, anchor::start, 0.15},
        {0, -1, anchor::middle, 0.2},   {0, 1, anchor::middle, 0.25},     {-1, 0, anchor::end, 0.3},
        {-0.75, -0.75, anchor::end, 0.35}, {-0.75, 0.75, anchor::end, 0.4},
        {0.3, -0.95, anchor::end, 0.6}, {0.3, 0.95, anchor::end, 0.65},  // beside an edge of the frame
        {-0.3, -0.95, anchor::start, 0.6}, {-0.3, 0.95, anchor::start, 0.65}};
    static constexpr double rings[] = {4, 9, 18, 30, 44, 60, 80};
    std::vector<candidate> places;
    double ring_cost = 0;
    for (const double ring : rings) {
        for (const direction& d : directions) {
            const double reach = radius + ring;
            // The middle of its capitals is level with the spot beside it; above and below it keeps clear of it.
            const double sink = d.y > 0 ? 0.78 * size : d.y < 0 ? -0.1 * size : 0.34 * size;
            label l = labelled(text, {dot.x + d.x * reach, dot.y + d.y * reach + sink}, d.side, size);
            if (ring >= 18) {
                const spot end = nearest(upright_box(text, l.at, l.side, size), dot);
                const double length = std::hypot(end.x - dot.x, end.y - dot.y), start = (radius + 1) / length;
                l.leader = segment{{dot.x + (end.x - dot.x) * start, dot.y + (end.y - dot.y) * start}, end};
            }
            places.push_back({std::move(l), ring_cost + d.cost, dot});
        }
        ring_cost += 2;
    }
    return places;
}

/// Along a horizontal line, from its right end leftwards, above it before below; at `reach` it clears dots on the line.
inline std::vector<candidate> places_along_plateau(const segment& line, const std::string& text, double size,
                                                   double reach) {
    std::vector<candidate> places;
    const double width = text_width(text, size);
    for (int k = 0; k < 60; ++k) {
        const double right = line.to.x - 5 - 10 * k;
        if (k > 0 && right - width < line.from.x) break;
        for (const double off : {4.0, reach})
            for (const bool above : {true, false}) {
                const spot at{right, line.to.y + (above ? -off : 0.8 * size + off)};
                const double cost = 0.12 * k + (above ? 0 : 2) + 0.3 * (off - 4);
                places.push_back({labelled(text, at, anchor::end, size), cost, {}, false});
            }
    }
    return places;
}

/// Along a diagonal, from its middle outwards, above it before below; at `reach` it clears dots on the line.
inline std::vector<candidate> places_along_slope(const segment& line, const std::string& text, double size,
                                                 double reach) {
    std::vector<candidate> places;
    const double dx = line.to.x - line.from.x, dy = line.to.y - line.from.y, length = std::hypot(dx, dy);
    const double angle = std::atan2(dy, dx);
    if (!(length > 0)) return places;
    for (int k = 0; k < 25; ++k) {
        const double t = 0.45 + (k % 2 == 0 ? 1 : -1) * 0.02 * ((k + 1) / 2 * 2);
        if (t < 0 || t > 1) continue;
        for (const double clear : {5.0, reach})
            for (const bool above : {true, false}) {
                const double off = above ? -clear : 0.8 * size + clear;
                const spot at{line.from.x + t * dx - off * dy / length, line.from.y + t * dy + off * dx / length};
                const double cost = 0.1 * k + (above ? 0 : 1.5) + 0.3 * (clear - 5);
                places.push_back({labelled(text, at, anchor::middle, size, angle), cost});
            }
    }
    return places;
}

/// Beside a vertical line, from its lower end upwards.
inline std::vector<candidate> places_beside_mark(const segment& line, const std::string& text, double size) {
    std::vector<candidate> places;
    for (int k = 0; k < 20; ++k)
        for (const bool right : {true, false})
            places.push_back({labelled(text, {line.from.x + (right ? 5 : -5), line.from.y - 6 - 13 * k},
                                       right ? anchor::start : anchor::end, size),
                              0.4 * k + (right ? 0 : 0.3)});
    return places;
}

}  // namespace detail
}  // namespace roofline::chart
