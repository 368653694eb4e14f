// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/any_machine.hpp>
#include <roofline/op/any_operator.hpp>
#include <roofline/query/assumption.hpp>
#include <roofline/query/placement.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// The placement of any operator on any machine: the rules of placement<> over flat arrays, where one of the two is
/// known at run time only. What would not compile typed throws `unsupported` with the same sentence.
/// (A template of the number of resources that it holds, so that it costs a compiler nothing before somebody places at run
/// time.)
template<std::size_t Capacity>
class basic_any_placement {
public:
    static constexpr int capacity = Capacity;

    /// Resources by value.
    struct resources {
        resource list[Capacity]{};
        int count = 0;
        constexpr const resource* begin() const { return list; }
        constexpr const resource* end() const { return list + count; }
        constexpr int size() const { return count; }
        constexpr bool empty() const { return count == 0; }
        constexpr const resource& operator[](int i) const { return list[i]; }
    };

    units::duration time;
    resource limit{};
    resources unpublished;
    std::string_view assumption;

    template<cache_assumption A>
    constexpr basic_any_placement(const any_operator& op, const any_machine& m, A) : basic_any_placement(op, op, m, A{}) {}
    /// `spared` has the demands of op in the same order, less what the assumption takes off. All of it runs `runs` times.
    template<class A>
    constexpr basic_any_placement(const any_operator& op, const any_operator& spared, const any_machine& m, const A&,
                                  double runs = 1);

    constexpr units::work work() const { return units::work::from_value(work_.work()); }
    template<resource_type Level = memory<dram>>
    constexpr units::traffic traffic() const {
        return units::traffic::from_value(demanded(resource_of<Level>).amount);
    }
    template<resource_type Level = memory<dram>>
    constexpr units::intensity intensity() const {
        return units::intensity::from_value(detail::intensity_of(work_.work(), traffic<Level>().value(), Level::name));
    }
    constexpr units::performance attainable() const {
        return units::performance::from_value(detail::attainable(work_.work(), time.value(), binding_));
    }
    constexpr double peak_fraction() const {
        detail::compute_seconds sums;
        for (int i = 0; i < count_; ++i) sums.add(used_[i].what->kind, used_[i].seconds);
        return detail::share(sums.busiest(), time.value());
    }
    constexpr double utilization(const resource& r) const { return detail::share(demanded(r).seconds, time.value()); }
    template<resource_type R>
    constexpr double utilization() const {
        return utilization(resource_of<R>);
    }
    constexpr bool memory_bound() const { return limit.is_memory(); }
    constexpr bool compute_bound() const { return limit.is_compute(); }

private:
    struct use {
        const resource* what = nullptr;
        std::uint64_t engine = 0;  // on this machine
        double amount = 0;         // over all steps
        double seconds = 0;        // over all steps
        double bound = 0;          // seconds of the steps that it binds
        bool published = false;
    };

    constexpr use& used(const resource& r) {
        for (int i = 0; i < count_; ++i)
            if (*used_[i].what == r) return used_[i];
        if (count_ == capacity) too_many();
        used_[count_] = {&r, 0, 0, 0, 0, false};
        return used_[count_++];
    }
    constexpr const use& demanded(const resource& r) const {
        for (int i = 0; i < count_; ++i)
            if (*used_[i].what == r) return used_[i];
        resource names[Capacity]{};
        for (int i = 0; i < count_; ++i) names[i] = *used_[i].what;
        detail::the_operator_states_no_demand_on_this_resource(detail::not_demanded(r.name, names, count_));
    }
    [[noreturn]] static void too_many() {
        const auto why = detail::sentence("a placement holds at most {} different resources", {capacity});
        detail::raise(std::length_error(why.c_str()));
    }

    use used_[Capacity]{};
    int count_ = 0;
    detail::work_sums work_;
    detail::binding binding_;
};

using any_placement = basic_any_placement<32>;

namespace detail {
[[noreturn]] inline void the_machine_has_no_ceiling_for_a_resource_that_the_operator_demands(const sentence& why) {
    throw_unsupported(why);
}
[[noreturn]] inline void nothing_that_the_machine_publishes_limits_the_operator(const sentence& why) { throw_unsupported(why); }
[[noreturn]] inline void the_assumption_needs_the_capacity_of_the_last_level_cache(const sentence& why) { throw_unsupported(why); }
}  // namespace detail

template<std::size_t Capacity>
template<class A>
constexpr basic_any_placement<Capacity>::basic_any_placement(const any_operator& op, const any_operator& spared,
                                                             const any_machine& m, const A&, double runs)
    : assumption(A::name) {
    if (A::needs_cache && !(m.cache_bytes() > 0))
        detail::the_assumption_needs_the_capacity_of_the_last_level_cache(
            detail::missing_capacity(m.name(), memory<llc>::name, A::name));
    double total = 0;
    for (const any_operator::entry* first = op.begin(); first != op.end();) {
        // One step: its uses, in seconds of all launches. Amounts are scaled and divided once: see seconds_on.
        use* uses[Capacity]{};
        double left[Capacity]{};  // what the assumption leaves of the demand
        double rates[Capacity]{};
        double seconds[Capacity]{};
        int count = 0;
        const int step = first->step;
        const double times = runs * first->times;
        for (; first != op.end() && first->step == step; ++first) {
            const any_machine::ceiling* found = m.find(first->what->id);
            if (found == nullptr)
                detail::the_machine_has_no_ceiling_for_a_resource_that_the_operator_demands(m.missing(*first->what));
            use& u = used(*first->what);
            u.published = found->rate > 0;
            u.engine = found->what.engine;
            const amount scaled = times * first->amount;
            u.amount += detail::rounded(scaled.total);
            work_.add(u.what->kind, scaled.useful());
            if (!u.published) continue;
            left[count] = spared.begin()[first - op.begin()].amount.total;
            if constexpr (A::spares_dram)
                if (first->what->id == resource_of<memory<dram>>.id) left[count] = A::moved(first->amount, m.cache_bytes());
            left[count] *= times;
            rates[count] = found->rate;
            seconds[count] = left[count] / rates[count];
            u.seconds += seconds[count];
            uses[count++] = &u;
        }
        int limiting = -1;
        bool separate = true;  // no two resources share an engine
        double longest = 0;
        for (int i = 0; i < count; ++i) {
            double busy = 0;
            int on_engine = 0;
            for (int j = 0; j < count; ++j)
                if (uses[j]->engine == uses[i]->engine) {
                    busy += seconds[j];
                    ++on_engine;
                }
            separate = separate && on_engine == 1;
            bool better = limiting < 0 || busy > longest;
            if (!better && busy == longest) {
                const bool same_engine = uses[i]->engine == uses[limiting]->engine;
                better = same_engine && seconds[i] != seconds[limiting] ? seconds[i] > seconds[limiting]
                                                                        : detail::before(*uses[i]->what, *uses[limiting]->what);
            }
            if (better) {
                limiting = i;
                longest = busy;
            }
        }
        if (limiting < 0) {
            diagnostic::sentence why = detail::all_unpublished(m.name());
            for (const any_operator::entry& e : op)
                if (e.step == step) why.add(" {}", {e.what->name});
            detail::nothing_that_the_machine_publishes_limits_the_operator(why);
        }
        uses[limiting]->bound += longest;
        if (op.steps() == 1 && separate) binding_ = {left[limiting], rates[limiting]};
        total += longest;
    }
    const use* best = nullptr;
    for (int i = 0; i < count_; ++i) {
        const use& u = used_[i];
        if (!u.published) unpublished.list[unpublished.count++] = *u.what;
        if (u.published && (best == nullptr || u.bound > best->bound ||
                            (u.bound == best->bound && detail::before(*u.what, *best->what))))
            best = &u;
    }
    limit = *best->what;
    time = units::duration::from_value(total);
}

}  // namespace roofline
