// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/any_machine.hpp>
#include <roofline/op/any_operator.hpp>
#include <roofline/query/assumption.hpp>
#include <roofline/query/placement.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <type_traits>

namespace roofline::inline ROOFLINE_ABI {

/// The placement of any operator on any machine: the rules of placement<> over flat arrays, where one of the two is
/// known at run time only. What would not compile typed throws `unsupported` with the same sentence.
/// (A template of the number of resources that it holds, so that it costs a compiler nothing before somebody places at run
/// time. Arrays are filled as far as they are used: to clear them would take longer than to place.)
template<std::size_t Capacity>
class basic_any_placement {
public:
    static constexpr int capacity = Capacity;

    /// Some resources, to loop over.
    class resources {
    public:
        class iterator {
        public:
            using value_type = resource;
            using difference_type = std::ptrdiff_t;

            constexpr iterator() = default;
            constexpr explicit iterator(const resource* const* at) : at_(at) {}
            constexpr const resource& operator*() const { return **at_; }
            constexpr iterator& operator++() {
                ++at_;
                return *this;
            }
            constexpr iterator operator++(int) {
                const iterator before = *this;
                ++at_;
                return before;
            }
            constexpr bool operator==(const iterator&) const = default;

        private:
            const resource* const* at_ = nullptr;
        };

        constexpr resources() {
            if (std::is_constant_evaluated())
                for (const resource*& r : list_) r = nullptr;
        }
        constexpr iterator begin() const { return iterator(list_); }
        constexpr iterator end() const { return iterator(list_ + count_); }
        constexpr int size() const { return count_; }
        constexpr bool empty() const { return count_ == 0; }
        constexpr const resource& operator[](int i) const { return *list_[i]; }

    private:
        friend class basic_any_placement;
        const resource* list_[Capacity];
        int count_ = 0;
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
    template<resource_type R>
    constexpr bool bound_by() const {
        return limit == resource_of<R>;
    }

private:
    /// A resource, over all steps.
    struct use {
        const resource* what;
        double amount;
        double seconds;
        double bound;  // seconds of the steps that it binds; below 0 where its rate is unpublished
    };
    /// A demand of one step, whose rate is known.
    struct division {
        const any_machine::ceiling* by;
        int use;  // its place among the uses
        int engine;
        double left;  // of the demand, after the assumption
        double seconds;
    };

    /// Adds a demand to the uses, and gives its place there. In the first step no resource has one yet.
    constexpr int add(const resource& r, double amount, double seconds, double bound, bool is_new) {
        if (!is_new)
            for (int i = 0; i < count_; ++i)
                if (used_[i].what->id == r.id) {
                    used_[i].amount += amount;
                    used_[i].seconds += seconds;
                    return i;
                }
        if (count_ == capacity) too_many();
        used_[count_] = {&r, amount, seconds, bound};
        return count_++;
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
    /// Which of the divisions binds: of the busiest engine the one that takes longest; at a tie compute.
    static constexpr int binding_of(const division* list, int count, const double* busy) {
        int best = 0;
        for (int i = 1; i < count; ++i) {
            const division &d = list[i], &other = list[best];
            const double mine = busy[d.engine], most = busy[other.engine];
            if (mine > most || (mine == most && (d.engine == other.engine && d.seconds != other.seconds
                                                     ? d.seconds > other.seconds
                                                     : detail::before(d.by->what, other.by->what))))
                best = i;
        }
        return best;
    }
    /// The resource that binds the longest over all steps.
    constexpr const resource& longest_bound() const {
        int best = 0;
        for (int i = 1; i < count_; ++i)
            if (used_[i].bound > used_[best].bound ||
                (used_[i].bound == used_[best].bound && detail::before(*used_[i].what, *used_[best].what)))
                best = i;
        return *used_[best].what;
    }

    use used_[Capacity];
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
[[noreturn]] inline void an_operator_without_demands_cannot_be_placed() {
    throw_unsupported("this operator has no demands: it was made by default, and nothing was assigned to it");
}
[[noreturn]] inline void a_machine_without_ceilings_takes_no_operator() {
    throw_unsupported("this machine has no ceilings: it was made by default, and nothing was assigned to it");
}
[[noreturn]] inline void the_assumption_needs_the_capacity_of_the_last_level_cache(const sentence& why) { throw_unsupported(why); }
}  // namespace detail

template<std::size_t Capacity>
template<class A>
constexpr basic_any_placement<Capacity>::basic_any_placement(const any_operator& op, const any_operator& spared,
                                                             const any_machine& m, const A&, double runs)
    : assumption(A::name) {
    if (std::is_constant_evaluated())
        for (use& u : used_) u = {nullptr, 0, 0, 0};
    if (A::needs_cache && !(m.cache_bytes() > 0))
        detail::the_assumption_needs_the_capacity_of_the_last_level_cache(
            detail::missing_capacity(m.name(), memory<llc>::name, A::name));
    if (op.size() == 0) detail::an_operator_without_demands_cannot_be_placed();
    if (m.size() == 0) detail::a_machine_without_ceilings_takes_no_operator();
    double total = 0;
    const any_operator::entry* left_of = spared.begin();
    for (const any_operator::entry* first = op.begin(); first != op.end();) {
        // One step: its demands, divided. Amounts are scaled by the launches before: see seconds_on.
        division list[Capacity];
        double busy[any_machine::capacity_of_ceilings];  // of the engines in use
        std::uint64_t in_use = 0;                        // a bit for each engine
        int count = 0;
        bool separate = true;  // no two resources share an engine
        const int step = first->step;
        const double times = runs * first->times;
        for (; first != op.end() && first->step == step; ++first, ++left_of) {
            const resource& what = *first->what;
            const int at = m.index_of(what.id);
            if (at < 0)
                detail::the_machine_has_no_ceiling_for_a_resource_that_the_operator_demands(m.missing(what));
            const any_machine::ceiling* by = m.begin() + at;
            const amount scaled = times * first->amount;
            const double amount_of_all = detail::rounded(scaled.total);
            work_.add(what.kind, scaled.useful());
            if (!(by->rate > 0)) {
                const int uses = count_;
                if (add(what, amount_of_all, 0, -1, step == 0) == uses) unpublished.list_[unpublished.count_++] = &what;
                continue;
            }
            double left = left_of->amount.total;
            if constexpr (A::spares_dram)
                if (what.id == resource_of<memory<dram>>.id) left = A::moved(first->amount, m.cache_bytes());
            left *= times;
            const double seconds = left / by->rate;
            const int engine = m.engine_of(at);
            const bool shared = (in_use >> engine & 1) != 0;
            in_use |= std::uint64_t{1} << engine;
            busy[engine] = shared ? busy[engine] + seconds : seconds;
            separate = separate && !shared;
            list[count++] = {by, add(what, amount_of_all, seconds, 0, step == 0), engine, left, seconds};
        }
        if (count == 0) {
            diagnostic::sentence why = detail::all_unpublished(m.name());
            for (const any_operator::entry& e : op)
                if (e.step == step) why.add(" {}", {e.what->name});
            detail::nothing_that_the_machine_publishes_limits_the_operator(why);
        }
        const division& longest = list[binding_of(list, count, busy)];
        used_[longest.use].bound += busy[longest.engine];
        if (op.steps() == 1 && separate) binding_ = {longest.left, longest.by->rate};
        total += busy[longest.engine];
    }
    limit = longest_bound();
    time = units::duration::from_value(total);
}

}  // namespace roofline
