// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/phase.hpp>
#include <roofline/query/questions.hpp>

#include <stdexcept>

/// A phase on a machine: the sum over its kernels, and each of them.
namespace roofline {

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
[[noreturn]] inline void a_phase_has_at_most_96_kernels() { throw std::length_error("a phase has at most 96 kernels"); }
[[noreturn]] inline void the_phase_has_no_kernel_of_this_name(std::string_view asked, const sentence& names) {
    throw unsupported(sentence("the phase has no kernel named ") << asked << "; it has:" << names);
}
}  // namespace detail

/// Kernels run one after the other, as in sequence(): `time` is the sum of their bounds, `limit` the resource that binds for
/// the largest share of it.
class phase_placement {
public:
    static constexpr int capacity = 96;

    units::duration time;
    resource limit{};
    std::string_view assumption;

    template<class Phase, class M, class A>
    constexpr phase_placement(const Phase& phase, const M& machine, const A& assume) : assumption(A::name) {
        double total = 0;
        phase.for_each([&](std::string_view name, const auto& op, std::int64_t layers) {
            const auto placed = place(op, machine, assume);
            const double runs = static_cast<double>(layers);
            if (count_ == capacity) detail::a_phase_has_at_most_96_kernels();
            kernels_[count_++] = {name, layers, runs * roofline::work(op), runs * roofline::traffic(op), runs * placed.time, placed.limit, 0};
            total += runs * placed.time.value();
        });
        time = units::duration::from_value(total);
        for (int i = 0; i < count_; ++i) kernels_[i].share = kernels_[i].time.value() / total;
        find_limit();
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
        for (const kernel_placement& k : *this) names << " " << k.name;
        detail::the_phase_has_no_kernel_of_this_name(name, names);
    }

    constexpr bool memory_bound() const { return limit.is_memory(); }
    constexpr bool compute_bound() const { return limit.is_compute(); }

private:
    constexpr void find_limit() {
        double longest = -1;
        for (int i = 0; i < count_; ++i) {
            double bound = 0;
            for (int j = 0; j < count_; ++j)
                if (kernels_[j].limit == kernels_[i].limit) bound += kernels_[j].time.value();
            if (bound > longest || (bound == longest && detail::before(kernels_[i].limit, limit))) {
                longest = bound;
                limit = kernels_[i].limit;
            }
        }
    }

    kernel_placement kernels_[capacity]{};
    int count_ = 0;
};

template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like M, cache_assumption A = cold_assumption>
constexpr phase_placement place(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const M& machine, const A& assume = {}) {
    return phase_placement(p, machine, assume);
}

/// The sum of the kernels' bounds, without the table of them.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like M, cache_assumption A = cold_assumption>
constexpr units::duration min_time(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const M& machine, const A& assume = {}) {
    double total = 0;
    p.for_each([&](std::string_view, const auto& op, std::int64_t layers) {
        total += static_cast<double>(layers) * min_time(op, machine, assume).value();
    });
    return units::duration::from_value(total);
}
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like M, class... A>
constexpr bool memory_bound(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const M& machine, const A&... assume) {
    return place(p, machine, assume...).memory_bound();
}
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like M, class... A>
constexpr bool compute_bound(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const M& machine, const A&... assume) {
    return place(p, machine, assume...).compute_bound();
}

}  // namespace roofline
