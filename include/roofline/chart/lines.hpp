// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/axis.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

/// The roofs of a plot as far as its axes show them, with their names: what both renderers draw.
namespace roofline::inline ROOFLINE_ABI::chart {

/// A straight line between two places, in intensity and FLOP/s.
struct visible_line {
    double from, from_value;
    double to, to_value;
    standing kind;
    bool is_plateau;
    std::string name;     // "bf16, fp16 312 TFLOP/s", "dram 2.039 TB/s", "bf16 matmul 255 TFLOP/s, measured"
    std::string tooltip;  // the same, and where the number is from
};

namespace detail {

inline bool several_machines(const plot& p) {
    std::string first;
    const auto differs = [&](const std::string& machine) {
        if (first.empty()) first = machine;
        return !machine.empty() && machine != first;
    };
    bool several = false;
    for (const plateau& c : p.plateaus()) several = differs(c.machine) || several;
    for (const slope& s : p.slopes()) several = differs(s.machine) || several;
    return several;
}

/// Lines that lie on each other are one, with all names.
template<class Line>
struct group {
    Line line;
    std::string names;
    std::string sources;

    std::string label(bool with_machine) const {
        std::string text = with_machine && !line.machine.empty() ? line.machine + " " : "";
        text.append(names).append(names.empty() ? "" : " ").append(report::to_text(report::engineering(line.rate)));
        return line.kind == standing::measured ? text + ", measured" : text;
    }
    std::string tooltip() const { return label(false) + (line.machine.empty() ? "" : "\n" + line.machine) + sources; }
};

template<class Line>
std::vector<group<Line>> grouped(const std::vector<Line>& lines) {
    std::vector<group<Line>> groups;
    for (const Line& line : lines) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const group<Line>& g) {
            return g.line.rate == line.rate && g.line.kind == line.kind && g.line.machine == line.machine;
        });
        const std::string source = line.source.empty() ? "" : "\n" + line.source;
        if (same == groups.end()) {
            groups.push_back({line, line.name, source});
            continue;
        }
        same->names.append(same->names.empty() || line.name.empty() ? "" : ", ").append(line.name);
        if (same->sources.find(source) == std::string::npos) same->sources.append(source);
    }
    return groups;
}

/// All roofs by name, shown or not.
inline std::vector<std::string> roof_names(const plot& p) {
    const bool several = several_machines(p);
    std::vector<std::string> names;
    for (const auto& g : grouped(p.plateaus())) names.push_back(g.label(several));
    for (const auto& g : grouped(p.slopes())) names.push_back(g.label(several));
    return names;
}

inline std::string mark_text(const mark& m) {
    return m.name + (m.name.empty() ? "" : " ") + report::to_text(report::engineering(m.at));
}

inline std::string left_out_text(int points) {
    return std::to_string(points) + (points == 1 ? " point lies" : " points lie") + " outside the axes";
}

}  // namespace detail

/// Ceilings first, both in the order in which they came.
inline std::vector<visible_line> visible_lines(const plot& p, const log_scale& x, const log_scale& y) {
    const bool several = detail::several_machines(p);
    std::vector<visible_line> lines;
    for (const auto& g : detail::grouped(p.plateaus())) {
        const double rate = g.line.rate.value(), from = (std::max)(begins(g.line, p), x.low);
        if (y.holds(rate) && from < x.high)
            lines.push_back({from, rate, x.high, rate, g.line.kind, true, g.label(several), g.tooltip()});
    }
    for (const auto& g : detail::grouped(p.slopes())) {
        const double rate = g.line.rate.value();
        const double from = (std::max)(x.low, y.low / rate);
        const double to = (std::min)({x.high, ends(g.line, p), y.high / rate});
        if (from < to)
            lines.push_back({from, rate * from, to, rate * to, g.line.kind, false, g.label(several), g.tooltip()});
    }
    return lines;
}

}  // namespace roofline::chart
