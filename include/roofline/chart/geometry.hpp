// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <algorithm>
#include <cmath>

/// Places on the canvas of a chart: x to the right, y downwards.
namespace roofline::inline ROOFLINE_ABI::chart {

struct spot {
    double x = 0;
    double y = 0;
};

struct segment {
    spot from, to;
};

struct box {
    double left = 0, top = 0, right = 0, bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
    bool holds(spot s) const { return s.x >= left && s.x <= right && s.y >= top && s.y <= bottom; }
};

/// A rectangle that may be turned; its corners in order around it.
struct quad {
    spot corners[4];
};

inline quad as_quad(const box& b) {
    return {{{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}}};
}
inline quad as_quad(const segment& s) { return {{s.from, s.to, s.to, s.from}}; }

/// Turned clockwise, as y grows downwards, by `radians` about a spot.
inline quad turned(const box& b, spot about, double radians) {
    quad q = as_quad(b);
    const double c = std::cos(radians), s = std::sin(radians);
    for (spot& p : q.corners) {
        const double x = p.x - about.x, y = p.y - about.y;
        p = {about.x + c * x - s * y, about.y + s * x + c * y};
    }
    return q;
}

inline bool inside(const quad& q, const box& frame) {
    return std::all_of(q.corners, q.corners + 4, [&](spot s) { return frame.holds(s); });
}

namespace detail {
/// Whether some edge of `edges` has all of the other on its far side.
inline bool separated(const quad& edges, const quad& other, double gap) {
    for (int i = 0; i < 4; ++i) {
        const spot a = edges.corners[i], b = edges.corners[(i + 1) % 4];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (!(length > 0)) continue;
        const auto along = [&](spot s) { return ((s.x - a.x) * (b.y - a.y) - (s.y - a.y) * (b.x - a.x)) / length; };
        double low[2] = {along(edges.corners[0]), along(other.corners[0])};
        double high[2] = {low[0], low[1]};
        for (int k = 1; k < 4; ++k) {
            low[0] = (std::min)(low[0], along(edges.corners[k]));
            high[0] = (std::max)(high[0], along(edges.corners[k]));
            low[1] = (std::min)(low[1], along(other.corners[k]));
            high[1] = (std::max)(high[1], along(other.corners[k]));
        }
        if (low[1] >= high[0] + gap || low[0] >= high[1] + gap) return true;
    }
    return false;
}
}  // namespace detail

/// Whether two convex shapes share more than an edge, or come nearer than `gap`.
inline bool overlap(const quad& a, const quad& b, double gap = 0) {
    return !detail::separated(a, b, gap) && !detail::separated(b, a, gap);
}

/// How much of a segment lies in a convex shape.
inline double length_inside(const segment& s, const quad& q) {
    double first = 0, last = 1;
    for (int i = 0; i < 4; ++i) {
        const spot a = q.corners[i], b = q.corners[(i + 1) % 4];
        const auto within = [&](spot p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); };
        const double from = within(s.from), to = within(s.to);
        if (from <= 0 && to <= 0) return 0;
        if (from < 0) first = (std::max)(first, from / (from - to));
        if (to < 0) last = (std::min)(last, from / (from - to));
    }
    return first < last ? (last - first) * std::hypot(s.to.x - s.from.x, s.to.y - s.from.y) : 0;
}

/// The spot of a box nearest to another.
inline spot nearest(const box& b, spot s) { return {std::clamp(s.x, b.left, b.right), std::clamp(s.y, b.top, b.bottom)}; }

}  // namespace roofline::chart
