// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/query/place.hpp>

/// One-line questions about an operator on a machine. Each places; where several are asked, place once. An assumption
/// about caches may follow: min_time(op, machine, any_cache). Operators are taken by their demands, so that all with the
/// same resources share one instantiation.
namespace roofline::inline ROOFLINE_ABI {

namespace detail {
/// The resource that binds, without the rest of a placement.
template<class... Steps, class Machine, class A>
constexpr decltype(auto) limit_of(const demands<Steps...>& op, const Machine& m, A assumption) {
    using list = demands<Steps...>;
    if constexpr (is_flat<list, Machine>)
        return resource(place(op, m, assumption).limit);
    else
        return (resources_of_list<list>::type::list[time_list<A>(op, m).limit]);
}
}  // namespace detail

/// Lower bound on the run time.
template<class... Steps, machine_like Machine, cache_assumption A = cold_assumption>
constexpr auto min_time(const demands<Steps...>& op, const Machine& m, A assumption = {}) {
    using list = demands<Steps...>;
    if constexpr (!detail::accepts<list, Machine, A>)
        return detail::refuse(detail::refusal_of<list, Machine, A>());
    else if constexpr (detail::is_flat<list, Machine>)
        return place(op, m, assumption).time;
    else
        return units::duration::from_value(detail::time_list<A>(op, m).time);
}

/// The performance that the bound allows.
template<class Op, class Machine, class... A>
constexpr auto attainable(const Op& op, const Machine& m, A... assumption) {
    return place(op, m, assumption...).attainable();
}

/// Whether a memory level binds.
template<class... Steps, machine_like Machine, cache_assumption A = cold_assumption>
constexpr auto memory_bound(const demands<Steps...>& op, const Machine& m, A assumption = {}) {
    using list = demands<Steps...>;
    if constexpr (!detail::accepts<list, Machine, A>)
        return detail::refuse(detail::refusal_of<list, Machine, A>());
    else
        return detail::limit_of(op, m, assumption).is_memory();
}

/// Whether a compute engine binds; at the ridge it does.
template<class... Steps, machine_like Machine, cache_assumption A = cold_assumption>
constexpr auto compute_bound(const demands<Steps...>& op, const Machine& m, A assumption = {}) {
    using list = demands<Steps...>;
    if constexpr (!detail::accepts<list, Machine, A>)
        return detail::refuse(detail::refusal_of<list, Machine, A>());
    else
        return detail::limit_of(op, m, assumption).is_compute();
}

/// Whether this resource binds: bound_by<interconnect<scale_up>>(all_reduce, node).
template<resource_type R, class... Steps, machine_like Machine, cache_assumption A = cold_assumption>
constexpr auto bound_by(const demands<Steps...>& op, const Machine& m, A assumption = {}) {
    using list = demands<Steps...>;
    if constexpr (!detail::accepts<list, Machine, A>)
        return detail::refuse(detail::refusal_of<list, Machine, A>());
    else
        return detail::limit_of(op, m, assumption) == resource_of<R>;
}

/// The share of the time that the compute engine at its ceiling would need.
template<class Op, class Machine, class... A>
constexpr auto peak_fraction(const Op& op, const Machine& m, A... assumption) {
    return place(op, m, assumption...).peak_fraction();
}

/// The share of the time that a resource is busy.
template<resource_type R, class Op, class Machine, class... A>
constexpr auto utilization(const Op& op, const Machine& m, A... assumption) {
    return place(op, m, assumption...).template utilization<R>();
}

/// How many times faster the bound of `after` is.
template<class Before, class After, class Machine, class... A>
constexpr auto speedup(const Before& before, const After& after, const Machine& m, A... assumption) {
    const auto first = min_time(before, m, assumption...);
    const auto second = min_time(after, m, assumption...);
    if constexpr (std::is_same_v<std::remove_const_t<decltype(first)>, units::duration> &&
                  std::is_same_v<std::remove_const_t<decltype(second)>, units::duration>)
        return detail::share(first.value(), second.value());
    else
        return poison{};
}

// What a refused operator answers.
template<class Machine, class... A>
constexpr poison min_time(poison, const Machine&, const A&...) {
    return {};
}
template<class Machine, class... A>
constexpr poison memory_bound(poison, const Machine&, const A&...) {
    return {};
}
template<class Machine, class... A>
constexpr poison compute_bound(poison, const Machine&, const A&...) {
    return {};
}
template<resource_type R, class Machine, class... A>
constexpr poison bound_by(poison, const Machine&, const A&...) {
    return {};
}

}  // namespace roofline
