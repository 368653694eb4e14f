// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/query/place.hpp>

/// One-line questions about an operator on a machine. Each places; where several are asked, place once. An assumption
/// about caches may follow: min_time(op, machine, any_cache).
namespace roofline {

/// Lower bound on the run time.
template<class Op, class M, class... A>
constexpr auto min_time(const Op& op, const M& m, A... assumption) {
    return place(op, m, assumption...).time;
}

/// The performance that the bound allows.
template<class Op, class M, class... A>
constexpr auto attainable(const Op& op, const M& m, A... assumption) {
    return place(op, m, assumption...).attainable();
}

/// Whether a memory level binds.
template<class Op, class M, class... A>
constexpr auto memory_bound(const Op& op, const M& m, A... assumption) {
    return place(op, m, assumption...).memory_bound();
}

/// Whether a compute engine binds; at the ridge it does.
template<class Op, class M, class... A>
constexpr auto compute_bound(const Op& op, const M& m, A... assumption) {
    return place(op, m, assumption...).compute_bound();
}

/// Whether this resource binds: bound_by<interconnect<scale_up>>(all_reduce, node).
template<resource_type R, class Op, class M, class... A>
constexpr auto bound_by(const Op& op, const M& m, A... assumption) {
    return place(op, m, assumption...).limit == resource_of<R>;
}

/// The share of the time that the compute engine at its ceiling would need.
template<class Op, class M, class... A>
constexpr auto peak_fraction(const Op& op, const M& m, A... assumption) {
    return place(op, m, assumption...).peak_fraction();
}

/// The share of the time that a resource is busy.
template<resource_type R, class Op, class M, class... A>
constexpr auto utilization(const Op& op, const M& m, A... assumption) {
    return place(op, m, assumption...).template utilization<R>();
}

/// How many times faster the bound of `after` is.
template<class Before, class After, class M, class... A>
constexpr auto speedup(const Before& before, const After& after, const M& m, A... assumption) {
    const auto first = min_time(before, m, assumption...);
    const auto second = min_time(after, m, assumption...);
    if constexpr (std::is_same_v<std::remove_const_t<decltype(first)>, units::duration> &&
                  std::is_same_v<std::remove_const_t<decltype(second)>, units::duration>)
        return detail::share(first.value(), second.value());
    else
        return poison{};
}

}  // namespace roofline
