// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/step.hpp>

/// Lists of steps: put end to end, launched several times, thrown together in one step.
namespace roofline::inline ROOFLINE_ABI::detail {

template<class... A, class... B>
constexpr demands<A..., B...> appended(const demands<A...>& a, const demands<B...>& b) {
    if constexpr (sizeof...(A) == 1)
        return {a.first, b};
    else
        return {a.first, appended(a.rest, b)};
}

template<class... A>
constexpr auto appended_all(const demands<A...>& a) {
    return a;
}
template<class First, class... Rest>
constexpr auto appended_all(const First& first, const Rest&... rest) {
    return appended(first, appended_all(rest...));
}

template<class... R>
constexpr repeated<step<R...>> times_step(const step<R...>& s, double times) {
    return {s, times};
}
template<class Step>
constexpr repeated<Step> times_step(const repeated<Step>& s, double times) {
    return {static_cast<const Step&>(s), s.times * times};
}
template<class Step, class... Rest>
constexpr auto times_list(const demands<Step, Rest...>& list, double times) {
    if constexpr (sizeof...(Rest) == 0)
        return demands<decltype(times_step(list.first, times))>{times_step(list.first, times)};
    else
        return appended(times_list(demands<Step>{list.first}, times), times_list(list.rest, times));
}

template<class Set, class... R, class... S>
constexpr void add_step(step<R...>& sum, const step<S...>& s, double times) {
    std::size_t i = 0;
    ((sum.amounts[Set::template index_of<S>()] += times * s.amounts[i++]), ...);
}
template<class Set, class... R, class Step, class... Rest>
constexpr void add_steps(step<R...>& sum, const demands<Step, Rest...>& list) {
    add_step<Set>(sum, bag_of(list.first), times_of(list.first));
    if constexpr (sizeof...(Rest) > 0) add_steps<Set>(sum, list.rest);
}

/// All demands of some lists in one step.
template<class... Lists>
constexpr auto collapsed(const Lists&... lists) {
    using set = typename added_sets<resource_set<>, Lists...>::type;
    typename set::bag sum{};
    (add_steps<set>(sum, lists), ...);
    return demands<typename set::bag>{sum};
}

/// 1 and 2, 3 times 4, and 5 of one resource, 6 of another.
constexpr bool amounts_add_up() {
    struct r;
    struct q;
    const demands<step<r>> first{{{{1, 1}}}};
    const demands<step<r>, repeated<step<q, r>>> others{{{{2, 1}}}, {{{{{6, 2}, {4, 1}}}, 3}}};
    const auto sum = collapsed(first, others, first).first;
    return sum.amounts[0].total == 16 && sum.amounts[0].part == 6 && sum.amounts[1].total == 18 && sum.amounts[1].part == 6;
}
static_assert(amounts_add_up(), "roofline: this compiler loses sums in constant expressions, and so would give wrong answers");

}  // namespace roofline::detail
