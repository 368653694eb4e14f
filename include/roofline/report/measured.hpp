// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/query/place.hpp>
#include <roofline/report/engineering.hpp>
#include <roofline/report/table.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Measured kernels beside their bounds.
namespace roofline::inline ROOFLINE_ABI::report {

/// A kernel that somebody timed.
struct measurement {
    std::string name;
    any_operator cost;
    units::duration time;
    std::string source{};  // of the time
};

enum class verdict {
    ordinary,
    has_room,   // compute-bound and under 70 % of the peak
    in_cache,   // faster than the cold bound, not than what a warm cache allows
    impossible  // faster than any bound: one of the numbers is wrong
};

constexpr std::string_view name_of(verdict v) {
    constexpr std::string_view names[] = {"ordinary", "has room", "in cache", "impossible"};
    return names[static_cast<int>(v)];
}

/// A measured kernel on a machine. Its point on a chart is (intensity, performance).
struct placed_measurement {
    std::string name;
    std::string source;
    units::duration time;
    any_placement bound;                        // cold
    std::optional<units::duration> warm{};      // the bound under any_cache, where the machine states its cache
    std::optional<units::intensity> intensity;  // of what moves bytes of dram
    units::performance performance{};           // work by measured time
    double of_attainable = 0;                   // bound / time
    double of_peak = 0;                         // time that the compute engine needs at its ceiling / time
    verdict says = verdict::ordinary;
    std::string why{};  // likely reasons, for what is faster than its bound
};

/// What could be placed, and a sentence for each row that could not.
struct placed_measurements {
    std::vector<placed_measurement> rows;
    std::vector<std::string> refused;
};

/// Below this share of the peak a compute-bound kernel has room: good kernels of large products reach more.
inline constexpr double good_share_of_peak = 0.7;

namespace detail {

inline std::string times_faster(double factor) { return to_text(significant(factor, 3)) + " times faster than"; }

/// Why a time below its bound may have come about, likeliest first.
inline std::string reasons(const placed_measurement& p) {
    const double factor = p.bound.time.value() / p.time.value();
    if (p.says == verdict::in_cache)
        return times_faster(factor) +
               " the cold bound: data stayed in the last-level cache; with any_cache the bound is " +
               to_text(engineering(*p.warm));
    const double warm_factor = p.warm ? p.warm->value() / p.time.value() : factor;
    std::string text =
        times_faster(warm_factor) + (p.warm ? " even any_cache allows (" + to_text(engineering(*p.warm)) + "): "
                                            : " the cold bound, of a machine that states no cache: ");
    if (warm_factor >= 100) return text + "a time in another unit, or of another shape";
    if (warm_factor <= 1.2)
        return text + "a clock above the one that the ceiling is for, or another model of the machine";
    if (p.bound.compute_bound() && warm_factor <= 2.1)
        return text + "a sparse rate, a narrower format, or another machine";
    return text + "another machine, another format or shape, or work that was left out";
}

}  // namespace detail

/// A measured kernel on a machine: how far it is from its bound, and whether it can be at all.
/// Errors: those of place(); a time that is not positive throws std::invalid_argument.
template<machine_like Machine>
placed_measurement place_measured(const measurement& what, const Machine& on) {
    if (!(what.time.value() > 0)) throw std::invalid_argument(what.name + ": a measured time is positive");
    const any_machine machine = on;
    placed_measurement p{what.name, what.source, what.time, any_placement(what.cost, machine, cold), {}, {}};
    if (machine.cache_bytes() > 0) p.warm = any_placement(what.cost, machine, any_cache).time;
    const units::work flops = work(what.cost);
    p.performance = flops / what.time;
    double bytes = 0;
    for (const any_operator::entry& e : what.cost)
        if (*e.what == resource_of<memory<dram>>) bytes += e.times * e.amount.total;
    if (bytes > 0 && flops.value() > 0) p.intensity = flops / units::traffic::from_value(bytes);
    p.of_attainable = p.bound.time / what.time;
    p.of_peak = p.bound.time.value() > 0 ? p.bound.peak_fraction() * p.of_attainable : 0;
    if (p.of_attainable > 1)
        p.says = p.warm && what.time >= *p.warm ? verdict::in_cache : verdict::impossible;
    else if (p.bound.compute_bound() && p.of_peak < good_share_of_peak)
        p.says = verdict::has_room;
    if (p.of_attainable > 1) p.why = detail::reasons(p);
    return p;
}

/// The same of many; what the machine cannot take is refused in a sentence, and the others are kept.
template<machine_like Machine>
placed_measurements place_measured(const std::vector<measurement>& all, const Machine& on) {
    const any_machine machine = on;
    placed_measurements result;
    for (const measurement& one : all) {
        try {
            result.rows.push_back(place_measured(one, machine));
        } catch (const std::invalid_argument& error) {
            result.refused.push_back(one.name + ": " + error.what());
        }
    }
    return result;
}

/// A row for each: time, bound, what limits, shares of the attainable and of the peak, and the verdict.
inline table measured_table(const std::vector<placed_measurement>& rows) {
    table t({{"kernel"},
             {"time", align::right},
             {"bound", align::right},
             {"limit"},
             {"FLOP/B", align::right, "intensity_FLOP_per_B"},
             {"FLOP/s", align::right, "performance_FLOP_per_s"},
             {"% of attainable", align::right},
             {"% of peak", align::right},
             {"verdict"},
             {"why"}});
    for (const placed_measurement& p : rows)
        t.row({p.name, p.time, p.bound.time, std::string(p.bound.limit.name),
               p.intensity ? cell(engineering(*p.intensity).bare()) : cell(""),
               p.performance.value() > 0 ? cell(engineering(p.performance).bare()) : cell(""),
               significant(100 * p.of_attainable, 3), significant(100 * p.of_peak, 3), name_of(p.says), p.why});
    return t;
}

}  // namespace roofline::report
