// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../common/words.hpp"
#include "operators.hpp"

#include <roofline/chart.hpp>
#include <roofline/report.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Series over batch 1 to 64 and sequence 128 to 8192, in powers of two: 49 configurations each.
namespace llama_33b {

using example::words;

/// A series on one machine. Configurations with the same bound share a point, whose tooltip lists them.
struct swept {
    std::string name;
    std::vector<chart::point> points;  // by intensity
    int configurations = 0;
    int memory_bound = 0;
};

/// make(batch, sequence) is the operator.
template<class Machine, class Make>
swept sweep(std::string name, const Machine& machine, Make make) {
    swept result{std::move(name), {}};
    for (std::int64_t batch = 1; batch <= 64; batch *= 2)
        for (std::int64_t sequence = 128; sequence <= 8192; sequence *= 2) {
            const auto placed = place(make(batch, sequence), machine);
            result.configurations += 1;
            result.memory_bound += placed.memory_bound();
            const std::string shape = words("batch ", batch, ", sequence ", sequence);
            const auto same = std::find_if(result.points.begin(), result.points.end(),
                                           [&](const auto& p) { return p.intensity == placed.intensity(); });
            if (same == result.points.end())
                result.points.push_back(chart::at("", placed, shape));
            else
                same->shape.append("\n").append(shape);
        }
    std::sort(result.points.begin(), result.points.end(),
              [](const auto& a, const auto& b) { return a.intensity < b.intensity; });
    return result;
}

/// What a chart cannot tell in figures: where each series begins and ends.
inline report::table ranges(const std::vector<swept>& all) {
    using report::align;
    report::table t({{"series"},
                     {"FLOP/B from", align::right},
                     {"to", align::right},
                     {"bound from", align::right},
                     {"to", align::right},
                     {"memory-bound", align::right}});
    for (const swept& s : all) {
        const chart::point &first = s.points.front(), &last = s.points.back();
        t.row({s.name, report::engineering(first.intensity).bare(), report::engineering(last.intensity).bare(),
               report::engineering(first.performance), report::engineering(last.performance),
               words(s.memory_bound, " of ", s.configurations)});
    }
    return t;
}

inline chart::plot with_bounds(chart::plot p, const std::vector<swept>& all) {
    for (const swept& s : all) p.bounds(s.name, s.points);
    return p;
}

/// A claim of the document, what is computed, and the verdict with its reason.
inline report::table claims() { return report::table({{"the chart says"}, {"computed"}, {"verdict"}}); }

}  // namespace llama_33b
