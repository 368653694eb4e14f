// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/plot.hpp>
#include <roofline/report/engineering.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>
#include <vector>

/// Logarithmic axes: what they span, where a value stands and which values are ticks.
namespace roofline::inline ROOFLINE_ABI::chart {

/// From `low` at coordinate `start` to `high` at coordinate `end`.
struct log_scale {
    double low = 1, high = 10;
    double start = 0, end = 1;

    double operator()(double value) const {
        return start + (std::log10(value) - std::log10(low)) / (std::log10(high) - std::log10(low)) * (end - start);
    }
    bool holds(double value) const { return value >= low && value <= high; }
    double decades() const { return std::log10(high) - std::log10(low); }
};

struct tick {
    double value;
    bool major;        // has a label
    std::string text;
};

namespace detail {

/// The double nearest to 10^exponent, which std::pow does not promise; the ends of the doubles where it is none. (No locale
/// matters to strtod where there is no decimal point.)
inline double power_of_ten(int exponent) {
    return std::strtod(("1e" + std::to_string(std::clamp(exponent, -307, 308))).c_str(), nullptr);
}

inline int decade_below(double value) {
    int k = static_cast<int>(std::floor(std::log10(value)));
    while (k > -307 && power_of_ten(k) > value) --k;
    while (k < 308 && power_of_ten(k + 1) <= value) ++k;
    return k;
}
inline int decade_above(double value) {
    const int below = decade_below(value);
    return power_of_ten(below) >= value ? below : below + 1;
}

/// The values that an axis has to show.
struct shown {
    std::optional<double> least{}, greatest{};

    void show(double value) {
        if (!std::isfinite(value) || !(value > 0)) return;
        least = least ? (std::min)(*least, value) : value;
        greatest = greatest ? (std::max)(*greatest, value) : value;
    }
};

/// Padded to decades, or to 5 or 2 of them where most of a whole one would stay empty. The ends are at least so many
/// times away from what is shown.
inline log_scale padded(const shown& s, double room_below, double room_above) {
    const double least = (std::max)(*s.least / room_below, 1e-307);
    const double greatest = (std::min)(*s.greatest * room_above, 1e307);
    double low = power_of_ten(decade_below(least));
    double high = power_of_ten(decade_above(greatest));
    if (least > 5 * low) low *= 5;
    if (high > 5 * greatest) high /= 5;
    while (high / low < 30 && low > 1e-306) low /= 10;  // less makes a flat thing of a roof
    return {low, high};
}

inline bool together(const std::string& machine, const std::string& other) {
    return machine.empty() || other.empty() || machine == other;
}

}  // namespace detail

/// Where a ceiling begins: at the fastest slope of its machine; 0 where there is none.
inline double begins(const plateau& line, const plot& p) {
    double fastest = 0;
    for (const slope& s : p.slopes())
        if (detail::together(s.machine, line.machine) && s.rate.value() > fastest) fastest = s.rate.value();
    return fastest > 0 ? line.rate.value() / fastest : 0;
}
/// Where a slope ends: at the highest ceiling of its machine; infinity where there is none.
inline double ends(const slope& line, const plot& p) {
    double highest = 0;
    for (const plateau& c : p.plateaus())
        if (detail::together(c.machine, line.machine) && c.rate.value() > highest) highest = c.rate.value();
    return highest > 0 ? highest / line.rate.value() : std::numeric_limits<double>::infinity();
}

/// The intensities that a plot spans: those set, else all points, marks and ridges, with room for the roofs.
inline log_scale intensity_scale(const plot& p) {
    if (p.intensities().high.value() > 0) return {p.intensities().low.value(), p.intensities().high.value()};
    detail::shown roofs, s;
    for (const plateau& c : p.plateaus()) roofs.show(begins(c, p));
    for (const slope& line : p.slopes()) roofs.show(ends(line, p));
    if (roofs.least) {  // a decade of slope to the left, half a one of plateau to the right
        s.show(*roofs.least / 8);
        s.show(*roofs.greatest * 3);
    }
    for (const mark& m : p.marks()) s.show(m.at.value());
    for (const series& one : p.all_series())
        for (const point& q : one.points) s.show(q.intensity.value());
    if (!s.least) return {0.1, 1000};
    return detail::padded(s, 1.2, 1.15);
}

/// The performances that a plot spans: those set, else all points and ceilings, with room for a label above.
inline log_scale performance_scale(const plot& p, const log_scale& intensities) {
    if (p.performances().high.value() > 0) return {p.performances().low.value(), p.performances().high.value()};
    detail::shown s;
    for (const plateau& c : p.plateaus()) s.show(c.rate.value());
    bool points = false;
    for (const series& one : p.all_series())
        for (const point& q : one.points) {
            s.show(q.performance.value());
            points = true;
        }
    for (const slope& line : p.slopes()) {
        if (!points) s.show(line.rate.value() * intensities.low);
        if (p.plateaus().empty()) s.show(line.rate.value() * intensities.high);
    }
    if (!s.least) return {1e9, 1e15};
    return detail::padded(s, 1.2, 1.45);
}

/// Decades with labels and 2 to 9 between them without; where there are less than two decades also 2 and 5 with labels.
template<class Text>
std::vector<tick> ticks(const log_scale& axis, Text text, int most_labels = 9) {
    const int first = detail::decade_above(axis.low), last = detail::decade_below(axis.high);
    const int decades = last - first + 1;
    const int step = (std::max)(1, (decades + most_labels - 1) / most_labels);
    std::vector<tick> result;
    int labels = 0;
    for (int k = first - 1; k <= last && step < 3; ++k)
        for (int i = 1; i < 10; ++i) {
            const double value = i * detail::power_of_ten(k);
            if (!axis.holds(value)) continue;
            const bool major = i == 1 ? (k - first) % step == 0 : decades < 2 && (i == 2 || i == 5);
            labels += major;
            result.push_back({value, major, major ? text(value) : ""});
        }
    for (int k = first; k <= last && step >= 3; k += step) {
        result.push_back({detail::power_of_ten(k), true, text(detail::power_of_ten(k))});
        ++labels;
    }
    if (labels >= 2) return result;
    return {{axis.low, true, text(axis.low)}, {axis.high, true, text(axis.high)}};
}

inline std::string intensity_text(double value) {
    return report::to_text(report::engineering(units::intensity::from_value(value)).bare());
}
inline std::string performance_text(double value) {
    return report::to_text(report::engineering(units::performance::from_value(value)));
}

}  // namespace roofline::chart
