// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/op/step.hpp>

/// What an operator demands in all, without regard to any machine.
namespace roofline::inline ROOFLINE_ABI {

namespace detail {

/// Sums of a list: FLOP by kind of engine.
struct work_sums {
    double matrix = 0;
    double vector = 0;  // with transcendental operations

    /// The literature's FLOP: those of matrix instructions where there are any, else all others.
    constexpr double work() const { return matrix > 0 ? matrix : vector; }
    constexpr void add(resource_kind kind, double flops) {
        switch (kind) {
        case resource_kind::matrix: matrix += rounded(flops); break;
        case resource_kind::vector:
        case resource_kind::special: vector += rounded(flops); break;
        default: break;
        }
    }
};

template<class... R>
constexpr void add_work(work_sums& sums, const step<R...>& s, double times) {
    std::size_t i = 0;
    (sums.add(R::kind, (times * s.amounts[i++]).useful()), ...);
}
template<class Step, class... Rest>
constexpr void add_work(work_sums& sums, const demands<Step, Rest...>& list) {
    add_work(sums, bag_of(list.first), times_of(list.first));
    if constexpr (sizeof...(Rest) > 0) add_work(sums, list.rest);
}

template<class Q, class... R>
constexpr void add_amount(amount& sum, const step<R...>& s, double times) {
    if constexpr ((std::is_same_v<Q, R> || ...))
        sum += times * s.amounts[resource_set<R...>::template index_of<Q>()];
}
template<class Q, class Step, class... Rest>
constexpr void add_amount(amount& sum, const demands<Step, Rest...>& list) {
    add_amount<Q>(sum, bag_of(list.first), times_of(list.first));
    if constexpr (sizeof...(Rest) > 0) add_amount<Q>(sum, list.rest);
}

template<class Q, class List>
inline constexpr bool demands_resource = resources_of_list<List>::type::template has<Q>;

constexpr sentence not_demanded(std::string_view asked, const resource* demanded, int count) {
    sentence text("this operator states no demand on {}; it demands:", {asked});
    for (int i = 0; i < count; ++i) text.add(" {}", {demanded[i].name});
    return text;
}
template<class List, class R>
struct no_demand {
    using set = typename resources_of_list<List>::type;
    static constexpr sentence value = not_demanded(R::name, set::list, set::size);
};

/// How much of Q the list demands; a list that does not speak of Q is an error and not zero.
template<class Q, class List>
constexpr auto total_of(const List& list) {
    if constexpr (!demands_resource<Q, List>) {
        static_assert(diagnostic::accepted<diagnostic::refused<no_demand<List, Q>>>,
                      "the operator states no demand on this resource");
        return poison{};
    } else {
        amount sum{};
        add_amount<Q>(sum, list);
        return Q::demand_type::from_value(sum.total);
    }
}

[[noreturn]] inline void an_intensity_needs_traffic(std::string_view level) {
    throw_unsupported(sentence("an intensity is work by traffic, and this operator moves nothing through {}", {level}));
}
constexpr double intensity_of(double work, double traffic, std::string_view level) {
    if (!(traffic > 0)) an_intensity_needs_traffic(level);
    return work / traffic;
}

}  // namespace detail

/// FLOP: those of matrix instructions where the operator has any (the softmax inside attention does not count), else vector
/// and transcendental operations. Of a composite: the rule once over the whole.
template<class... Steps>
constexpr units::work work(const demands<Steps...>& op) {
    detail::work_sums sums;
    detail::add_work(sums, op);
    return units::work::from_value(sums.work());
}

/// Bytes through one memory level or link. Error: an operator that states none there does not compile.
template<resource_type Level = memory<dram>, class... Steps>
constexpr auto traffic(const demands<Steps...>& op) {
    return detail::total_of<Level>(op);
}

/// FLOP per byte of one memory level.
template<resource_type Level = memory<dram>, class... Steps>
constexpr auto intensity(const demands<Steps...>& op) {
    if constexpr (!detail::demands_resource<Level, demands<Steps...>>)
        return detail::total_of<Level>(op);
    else
        return units::intensity::from_value(
            detail::intensity_of(work(op).value(), detail::total_of<Level>(op).value(), Level::name));
}

/// How much of any resource: demand_on<special_math<special::exp2>>(op).
template<resource_type R, class... Steps>
constexpr auto demand_on(const demands<Steps...>& op) {
    return detail::total_of<R>(op);
}

template<class Level = memory<dram>>
constexpr poison traffic(poison) {
    return {};
}
template<class Level = memory<dram>>
constexpr poison intensity(poison) {
    return {};
}
constexpr poison work(poison) { return {}; }

}  // namespace roofline
