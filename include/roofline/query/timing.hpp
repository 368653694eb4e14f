// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/always_inline.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/query/meeting.hpp>

#include <type_traits>
#include <utility>

/// Dividing demands by ceilings: the arithmetic of a placement.
namespace roofline::inline ROOFLINE_ABI::detail {

/// A single kernel, launched once.
template<class List>
inline constexpr bool is_single = false;
template<class... R>
inline constexpr bool is_single<demands<step<R...>>> = true;

/// What an assumption leaves of a demand.
template<class R, class A>
ROOFLINE_ALWAYS_INLINE
constexpr double left_by(const amount& a, double cache) {
    if constexpr (A::spares_dram && std::is_same_v<R, memory<dram>>)
        return A::moved(a, cache);
    else
        return a.total;
}

/// Of `times` launches. The amount is scaled and divided once: seconds scaled and added up would round otherwise where a
/// multiplication and an addition are one instruction.
template<class R, class A, class Machine>
ROOFLINE_ALWAYS_INLINE
constexpr double seconds_on(const amount& a, double times, const Machine& m, double cache) {
    if constexpr (publication_of<R, Machine> != publication::published)
        return 0;
    else
        return times * left_by<R, A>(a, cache) / static_cast<const ceiling_of<R, Machine>&>(m).rate;
}

/// Seconds of every resource, the time of all, and the index of the resource that binds.
template<std::size_t Count>
struct timing {
    double seconds[Count];
    double time;
    int limit;
};

/// Whether the engine of the resource at this place sets the time; on it the resource with the longest share names the
/// bound. The first resource of an engine speaks for all of them.
template<std::size_t Count, std::size_t... Index>
ROOFLINE_ALWAYS_INLINE
constexpr void consider_engine(const double (&seconds)[Count], double& time, int& limit, const meeting_table<Count>& table,
                               int at, std::index_sequence<Index...>) {
    if (at >= table.limiting) return;
    const int first = table.order[at];
    const std::uint64_t engine = table.engine[first];
    if (((static_cast<int>(Index) < at && table.engine[table.order[Index]] == engine) || ...)) return;
    double busy = -0.0;  // what is added to it stays as it is, sign and all
    ((table.engine[Index] == engine ? void(busy += seconds[Index]) : void()), ...);
    double longest = seconds[first];
    int by = first;
    ((static_cast<int>(Index) > at && static_cast<int>(Index) < table.limiting && table.engine[table.order[Index]] == engine &&
              seconds[table.order[Index]] > longest
          ? void((longest = seconds[table.order[Index]], by = table.order[Index]))
          : void()),
     ...);
    if (busy > time) {
        time = busy;
        limit = by;
    }
}

// Folds over the resources and no loops: at -O2 a loop over two stays a loop, and in a static_assert it costs more.
template<class A, class... R, class Machine, std::size_t... Index>
ROOFLINE_ALWAYS_INLINE
constexpr timing<sizeof...(R)> time_step(const step<R...>& s, double times, const Machine& m, double cache,
                                         std::index_sequence<Index...>) {
    using met = meeting<resource_set<R...>, Machine>;
    const double seconds[] = {seconds_on<R, A>(s.amounts[Index], times, m, cache)...};
    double time = -1;
    int limit = met::table.order[0];
    if constexpr (met::table.separate)
        ((Index < met::limiting && seconds[met::table.order[Index]] > time
              ? void((time = seconds[met::table.order[Index]], limit = met::table.order[Index]))
              : void()),
         ...);
    else
        (consider_engine(seconds, time, limit, met::table, static_cast<int>(Index), std::index_sequence<Index...>{}), ...);
    return {{seconds[Index]...}, time, limit};
}

template<class A, class... R, class Machine>
ROOFLINE_ALWAYS_INLINE
constexpr timing<sizeof...(R)> time_step(const step<R...>& s, double times, const Machine& m, double cache) {
    return time_step<A>(s, times, m, cache, std::index_sequence_for<R...>{});
}

/// Adds the steps of a list up over its whole set of resources.
template<class Set, class A, class Machine>
struct step_sum {
    timing<Set::size> total{};
    double bound[Set::size]{};  // the time of the steps that each resource binds

    template<class... R>
    constexpr void add(const step<R...>& s, double times, const Machine& m, double cache) {
        constexpr int index[] = {Set::template index_of<R>()...};
        const auto all = time_step<A>(s, times, m, cache);
        for (std::size_t i = 0; i < sizeof...(R); ++i) total.seconds[index[i]] += all.seconds[i];
        bound[index[all.limit]] += all.time;
        total.time += all.time;
    }
    template<class Step, class... Rest>
    constexpr void add(const demands<Step, Rest...>& list, double runs, const Machine& m, double cache) {
        add(bag_of(list.first), runs * times_of(list.first), m, cache);
        if constexpr (sizeof...(Rest) > 0) add(list.rest, runs, m, cache);
    }
    constexpr void find_limit() {
        constexpr auto& table = meeting<Set, Machine>::table;
        total.limit = table.order[0];
        for (int i = 1; i < table.limiting; ++i)
            if (bound[table.order[i]] > bound[total.limit]) total.limit = table.order[i];
    }
};

/// Bytes of the last-level cache, where the assumption asks for them.
template<class A, class Machine>
ROOFLINE_ALWAYS_INLINE
constexpr double cache_for(const Machine& m) {
    if constexpr (A::needs_cache)
        return static_cast<const capacity_entry<memory<llc>>&>(m).bytes;
    else
        return 0;
}

/// Of `runs` runs of the whole list.
template<class A, class List, class Machine>
ROOFLINE_ALWAYS_INLINE
constexpr auto time_list(const List& list, const Machine& m, double runs = 1) {
    const double cache = cache_for<A>(m);
    if constexpr (is_single<List>) {
        return time_step<A>(list.first, runs, m, cache);
    } else {
        step_sum<typename resources_of_list<List>::type, A, Machine> sum;
        sum.add(list, runs, m, cache);
        sum.find_limit();
        return sum.total;
    }
}

/// What a single resource that binds a single step was given, and at which rate; zero where more than one had a say.
struct binding {
    double amount = 0;
    double rate = 0;
};

/// The resource that binds, where it alone set the time.
template<class A, class... R, class Machine>
ROOFLINE_ALWAYS_INLINE
constexpr binding binding_of(const step<R...>& s, double times, const Machine& m, int limit) {
    binding result;
    if constexpr (meeting<resource_set<R...>, Machine>::table.separate) {
        const double cache = cache_for<A>(m);
        const auto consider = [&]<class Q>(std::type_identity<Q>, int index) {
            if constexpr (publication_of<Q, Machine> == publication::published)
                if (index == limit)
                    result = {times * left_by<Q, A>(s.amounts[index], cache),
                              static_cast<const ceiling_of<Q, Machine>&>(m).rate};
        };
        int index = 0;
        (consider(std::type_identity<R>{}, index++), ...);
    }
    return result;
}
template<class A, class Step, class... Rest, class Machine>
ROOFLINE_ALWAYS_INLINE
constexpr binding binding_of(const demands<Step, Rest...>& list, const Machine& m, int limit) {
    if constexpr (sizeof...(Rest) == 0)
        return binding_of<A>(bag_of(list.first), times_of(list.first), m, limit);
    else
        return {};
}

}  // namespace roofline::detail
