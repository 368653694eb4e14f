// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "constants/rows.hpp"

#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/roofline.hpp>

// Rows of phases of models.
namespace constants {

/// A phase as a whole, and each of its kernels.
template<class Phase, class M>
constexpr void ask_of(answers& told, const Phase& p, const M& m) {
    const auto placed = place(p, m);
    told.add("time", placed.time);
    told.add("limit", placed.limit);
    told.add("work", placed.work);
    told.add("traffic", placed.traffic);
    told.add("attainable", placed.attainable());
    told.add("intensity", placed.intensity());
    double sum = 0;
    for (const kernel_placement& k : placed) sum += k.time.value() / k.share;
    told.add("shares", sum);
    told.add("longest share", placed[placed.size() - 1].share);
    told.add("min_time", min_time(p, m));
    told.add("min_time, any_cache", min_time(p, m, any_cache));
    told.add("memory_bound", memory_bound(p, m));
    told.add("compute_bound", compute_bound(p, m, any_cache));
    told.add("bound_by", bound_by<memory<dram>>(p, m));
    told.add("bound_by, placed", placed.template bound_by<memory<dram>>());
    told.add("tokens_per_second", tokens_per_second(p, m));
    told.add("memory_needed", memory_needed(p));
    told.add("fits", fits(p, m));
}
template<class Phase, class M>
constexpr void ask_of_kernels(answers& told, const Phase& p, const M& m) {
    for (const kernel_placement& k : place(p, m, any_cache)) {
        told.add("time of a kernel", k.time);
        told.add("its work", k.work);
    }
}

/// A machine of the catalogue, M::value(): as an argument of a template its name would be as long as the machine.
template<class Make, class M>
struct answered_phase {
    template<class Form>
    constexpr answers operator()(Form form, const extents& e, double) const {
        answers told{};
        const auto p = Make{}(e);
        const auto machine = form(M::value());
        ask_of(told, p, machine);
        ask_of_kernels(told, p, machine);
        return told;
    }
};

/// Of each phase.
template<class M>
struct compare_phases {
    tally& all;

    template<class Make>
    void operator()(const char* name, Make) const {
        compare_forms<typed, flat>(all, name, answered_phase<Make, M>{});
    }
};

}  // namespace constants
