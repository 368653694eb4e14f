// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/composition.hpp>
#include <roofline/op/totals.hpp>

#include <stdexcept>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {
[[noreturn]] inline void an_any_operator_holds_at_most_256_demands() {
    raise(std::length_error("an any_operator holds at most 256 demands"));
}
}  // namespace detail

/// Any operator as a flat value without allocation, for tables and collections of different operators. A typed operator
/// converts to it; its tensors stay behind, so it can be composed by sequence, overlap and repeat but not fused. A copy costs
/// what is held.
/// Error: more than 256 demands throw std::length_error.
class any_operator : public demands<runtime_steps>, public detail::operation_base {
public:
    static constexpr int capacity = 256;

    struct entry {
        const resource* what;
        roofline::amount amount;
        double times;  // how often the step is launched
        int step;
    };

    /// No demands: to be assigned to.
    constexpr any_operator() { make_whole(); }
    constexpr any_operator(const any_operator& other) : demands<runtime_steps>(), detail::operation_base() {
        make_whole();
        *this = other;
    }
    constexpr any_operator& operator=(const any_operator& other) {
        size_ = other.size_;
        steps_ = other.steps_;
        for (int i = 0; i < size_; ++i) entries_[i] = other.entries_[i];
        return *this;
    }

    template<class... Steps>
        requires(!std::is_same_v<demands<Steps...>, demands<runtime_steps>>)
    constexpr any_operator(const demands<Steps...>& op) {
        make_whole();
        append(op);
    }

    constexpr const entry* begin() const { return entries_; }
    constexpr const entry* end() const { return entries_ + size_; }
    constexpr int size() const { return size_; }
    constexpr int steps() const { return steps_; }

    /// Appends the steps of another operator.
    constexpr void append(const any_operator& other) {
        for (const entry& e : other) push({e.what, e.amount, e.times, steps_ + e.step});
        steps_ += other.steps_;
    }
    /// Launches every step n times.
    constexpr void scale(double n) {
        for (int i = 0; i < size_; ++i) entries_[i].times *= n;
    }
    /// Makes one step of all.
    constexpr void collapse() {
        int kept = 0;
        for (int i = 0; i < size_; ++i) {
            const entry e{entries_[i].what, entries_[i].times * entries_[i].amount, 1, 0};
            int at = 0;
            while (at < kept && !(*entries_[at].what == *e.what)) ++at;
            if (at < kept)
                entries_[at].amount += e.amount;
            else
                entries_[kept++] = e;
        }
        size_ = kept;
        steps_ = 1;
    }

private:
    template<class Step, class... Rest>
    constexpr void append(const demands<Step, Rest...>& list) {
        append(detail::bag_of(list.first), detail::times_of(list.first));
        if constexpr (sizeof...(Rest) > 0) append(list.rest);
    }
    template<class... R>
    constexpr void append(const step<R...>& s, double times) {
        int i = 0;
        (push({&resource_of<R>, s.amounts[i++], times, steps_}), ...);
        ++steps_;
    }
    constexpr void push(const entry& e) {
        if (size_ == capacity) detail::an_any_operator_holds_at_most_256_demands();
        entries_[size_++] = e;
    }
    /// A constant has no member without a value; at run time entries are written before they are read.
    constexpr void make_whole() {
        if (std::is_constant_evaluated())
            for (entry& e : entries_) e = {nullptr, {0, 0}, 0, 0};
    }

    entry entries_[capacity];
    int size_ = 0;
    int steps_ = 0;
};

constexpr units::work work(const any_operator& op) {
    detail::work_sums sums;
    for (const auto& e : op) sums.add(e.what->kind, (e.times * e.amount).useful());
    return units::work::from_value(sums.work());
}

namespace detail {
[[noreturn]] inline void the_operator_states_no_demand_on_this_resource(const sentence& why) { throw_unsupported(why); }

constexpr double total_of(const any_operator& op, const resource& asked) {
    amount total{};
    bool stated = false;
    for (const auto& e : op)
        if (*e.what == asked) {
            total += e.times * e.amount;
            stated = true;
        }
    if (!stated) {
        any_operator distinct = op;
        distinct.collapse();
        resource demanded[any_operator::capacity]{};
        int count = 0;
        for (const auto& e : distinct) demanded[count++] = *e.what;
        the_operator_states_no_demand_on_this_resource(not_demanded(asked.name, demanded, count));
    }
    return total.total;
}
}  // namespace detail

template<resource_type Level = memory<dram>>
constexpr units::traffic traffic(const any_operator& op) {
    return units::traffic::from_value(detail::total_of(op, resource_of<Level>));
}
template<resource_type Level = memory<dram>>
constexpr units::intensity intensity(const any_operator& op) {
    return units::intensity::from_value(detail::intensity_of(work(op).value(), traffic<Level>(op).value(), Level::name));
}
template<resource_type R>
constexpr typename R::demand_type demand_on(const any_operator& op) {
    return R::demand_type::from_value(detail::total_of(op, resource_of<R>));
}

/// At least one any_operator, and all convertible to it.
template<class... Ops>
concept some_any_operator = (std::is_same_v<Ops, any_operator> || ...) && (std::is_convertible_v<Ops, any_operator> && ...);

template<class First, class... Rest>
    requires some_any_operator<First, Rest...>
constexpr any_operator sequence(const First& first, const Rest&... rest) {
    any_operator all = first;
    (all.append(any_operator(rest)), ...);
    return all;
}
template<class... Ops>
    requires some_any_operator<Ops...>
constexpr any_operator overlap(const Ops&... ops) {
    any_operator all = sequence(ops...);
    all.collapse();
    return all;
}
constexpr any_operator repeat(const any_operator& op, std::int64_t n) {
    if (n < 1) detail::a_repeat_count_must_be_positive();
    any_operator all = op;
    all.scale(static_cast<double>(n));
    return all;
}

}  // namespace roofline
