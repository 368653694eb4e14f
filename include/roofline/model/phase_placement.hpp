// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/totals.hpp>
#include <roofline/query/questions.hpp>

#include <stdexcept>

/// A phase on a machine: the sum over its kernels, and each of them.
namespace roofline::inline ROOFLINE_ABI {

/// A kernel of a phase on a machine.
struct kernel_placement {
    std::string_view name;
    std::int64_t layers = 0;  // how often it runs
    units::work work;         // of all its runs together, as all that follows
    units::traffic traffic;
    units::duration time;
    resource limit{};
    double share = 0;  // of the time of the phase
};

namespace detail {
[[noreturn]] inline void a_phase_has_at_most_96_kernels() { raise(std::length_error("a phase has at most 96 kernels")); }
[[noreturn]] inline void a_phase_is_bound_by_at_most_32_resources() {
    raise(std::length_error("the kernels of a phase are bound by at most 32 different resources"));
}
/// The time of kernels one after the other, by the resource that binds each.
class bound_sums {
public:
    static constexpr int capacity = 32;
    double time = 0;
    bool refused = false;  // a kernel does not compile

    /// A kernel that has been refused binds whatever is asked, and takes some time: one mistake makes one error.
    constexpr void refuse() {
        refused = true;
        time += 1;
    }

    constexpr void add(const resource& limit, double seconds) {
        time += seconds;
        int i = 0;
        while (i < count_ && !(limits_[i] == limit)) ++i;
        if (i == count_) {
            if (count_ == capacity) a_phase_is_bound_by_at_most_32_resources();
            limits_[count_++] = limit;
        }
        seconds_[i] += seconds;
    }
    /// The resource that binds for the longest; ties are settled as in a placement.
    constexpr const resource& limit() const {
        int longest = 0;
        for (int i = 1; i < count_; ++i)
            if (seconds_[i] > seconds_[longest] || (seconds_[i] == seconds_[longest] && before(limits_[i], limits_[longest])))
                longest = i;
        return limits_[longest];
    }

private:
    resource limits_[capacity]{};
    double seconds_[capacity]{};
    int count_ = 0;
};

/// What binds some runs of a kernel, and their time in seconds.
struct kernel_bound {
    resource limit;
    double seconds;
};
/// Error: as place(); poison where it is refused.
template<class... Steps, class Machine, class A>
constexpr auto bound_of(const demands<Steps...>& op, double runs, const Machine& machine, const A& assume) {
    using list = demands<Steps...>;
    if constexpr (!accepts<list, Machine, A>) {
        return refuse(refusal_of<list, Machine, A>());
    } else if constexpr (is_flat<list, Machine>) {
        const any_operator flat = flattened(op);
        const any_placement placed(flat, flat, flattened_machine(machine), assume, runs);
        return kernel_bound{placed.limit, placed.time.value()};
    } else {
        const auto timing = time_list<A>(op, machine, runs);
        return kernel_bound{resources_of_list<list>::type::list[timing.limit], timing.time};
    }
}
template<class Machine, class A>
constexpr poison bound_of(poison, double, const Machine&, const A&) {
    return {};
}

template<class Phase, class Machine, class A>
constexpr bound_sums bounds_of(const Phase& phase, const Machine& machine, const A& assume) {
    bound_sums sums;
    phase.for_each([&](std::string_view, const auto& op, std::int64_t layers) {
        const auto bound = bound_of(op, static_cast<double>(layers), machine, assume);
        if constexpr (is_poison<std::remove_const_t<decltype(bound)>>)
            sums.refuse();
        else
            sums.add(bound.limit, bound.seconds);
    });
    return sums;
}

}  // namespace detail

/// Kernels run one after the other, as in sequence(): `time` is the sum of their bounds, `limit` the resource that binds for
/// the largest share of it.
class phase_placement {
public:
    static constexpr int capacity = 96;

    units::duration time;
    units::work work;
    units::traffic traffic;
    resource limit{};
    std::string_view assumption;

    template<class Phase, class Machine, class A>
    constexpr phase_placement(const Phase& phase, const Machine& machine, const A& assume) : assumption(A::name) {
        detail::bound_sums sums;
        phase.for_each([&](std::string_view name, const auto& op, std::int64_t layers) {
            const double runs = static_cast<double>(layers);
            const auto bound = detail::bound_of(op, runs, machine, assume);
            if constexpr (detail::is_poison<std::remove_const_t<decltype(bound)>>) {
                sums.refuse();
            } else {
                if (count_ == capacity) detail::a_phase_has_at_most_96_kernels();
                kernels_[count_++] = {name,
                                      layers,
                                      runs * roofline::work(op),
                                      runs * roofline::traffic(op),
                                      units::duration::from_value(bound.seconds),
                                      bound.limit,
                                      0};
                sums.add(bound.limit, bound.seconds);
            }
        });
        time = units::duration::from_value(sums.time);
        work = roofline::work(phase);
        traffic = roofline::traffic(phase);
        limit = sums.limit();
        refused_ = sums.refused;
        for (int i = 0; i < count_; ++i) kernels_[i].share = detail::share(kernels_[i].time.value(), sums.time);
    }

    constexpr const kernel_placement* begin() const { return kernels_; }
    constexpr const kernel_placement* end() const { return kernels_ + count_; }
    constexpr int size() const { return count_; }
    constexpr const kernel_placement& operator[](int i) const { return kernels_[i]; }
    /// The first kernel of this name. Error: none throws unsupported and names those there are.
    constexpr const kernel_placement& operator[](std::string_view name) const {
        for (const kernel_placement& k : *this)
            if (k.name == name) return k;
        diagnostic::sentence names;
        for (const kernel_placement& k : *this) names.add(" {}", {k.name});
        detail::the_phase_has_no_kernel_of_this_name(name, names);
    }

    constexpr bool memory_bound() const { return refused_ || limit.is_memory(); }
    constexpr bool compute_bound() const { return refused_ || limit.is_compute(); }
    template<resource_type R>
    constexpr bool bound_by() const {
        return refused_ || limit == resource_of<R>;
    }
    /// Work by time, and by traffic.
    constexpr units::performance attainable() const { return work / time; }
    constexpr units::intensity intensity() const { return work / traffic; }

private:
    bool refused_ = false;
    kernel_placement kernels_[capacity]{};
    int count_ = 0;
};

template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like Machine,
         cache_assumption A = cold_assumption>
constexpr phase_placement place(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine,
                                const A& assume = {}) {
    return phase_placement(p, machine, assume);
}

/// The sum of the kernels' bounds, without the table of them.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like Machine,
         cache_assumption A = cold_assumption>
constexpr units::duration min_time(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine,
                                   const A& assume = {}) {
    return units::duration::from_value(detail::bounds_of(p, machine, assume).time);
}
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like Machine,
         cache_assumption A = cold_assumption>
constexpr bool memory_bound(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine,
                            const A& assume = {}) {
    const detail::bound_sums sums = detail::bounds_of(p, machine, assume);
    return sums.refused || sums.limit().is_memory();
}
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like Machine,
         cache_assumption A = cold_assumption>
constexpr bool compute_bound(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine,
                             const A& assume = {}) {
    const detail::bound_sums sums = detail::bounds_of(p, machine, assume);
    return sums.refused || sums.limit().is_compute();
}
/// Whether this resource binds for the longest.
template<resource_type R, class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like Machine,
         cache_assumption A = cold_assumption>
constexpr bool bound_by(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine,
                        const A& assume = {}) {
    const detail::bound_sums sums = detail::bounds_of(p, machine, assume);
    return sums.refused || sums.limit() == resource_of<R>;
}

}  // namespace roofline
