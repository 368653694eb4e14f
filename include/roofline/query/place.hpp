// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/published.hpp>
#include <roofline/query/assumption.hpp>
#include <roofline/query/placement.hpp>

#include <utility>

/// Placing an operator on a machine: divide, resource by resource; add up what shares an engine; the largest is the
/// time and names the bound. Nothing here knows what a GEMM or a GPU is.
namespace roofline {

namespace detail {

/// The order in which ties are settled: compute before memory before the rest, then by name, so that a tie does not
/// depend on the order of the demands.
constexpr bool before(const resource& a, const resource& b) { return a.kind != b.kind ? a.kind < b.kind : a.name < b.name; }

template<class Set>
struct tie_order {
    int at[Set::size]{};
    constexpr tie_order() {
        for (int i = 0; i < Set::size; ++i) {
            int rank = 0;
            for (int j = 0; j < Set::size; ++j) rank += before(Set::list[j], Set::list[i]);
            at[rank] = i;
        }
    }
};
template<class Set>
inline constexpr tie_order<Set> settled{};

/// How a set of resources meets a machine type: what limits, and who shares an engine with whom.
template<class Set, class M>
struct meeting;
template<class... R, class M>
struct meeting<resource_set<R...>, M> {
    static constexpr publication published[] = {publication_of<R, M>...};
    static constexpr bool complete = ((publication_of<R, M> != publication::absent) && ...);
    static constexpr bool limited = ((publication_of<R, M> == publication::published) || ...);

    template<class Q>
    static constexpr std::uint64_t engine() {
        if constexpr (publication_of<Q, M> == publication::published)
            return engine_on<Q, M>;
        else
            return 0;
    }
    static constexpr std::uint64_t engines[] = {engine<R>()...};

    struct unpublished_list {
        resource resources[sizeof...(R)]{};
        int count = 0;
        constexpr unpublished_list() {
            ((publication_of<R, M> == publication::unpublished ? void(resources[count++] = resource_of<R>) : void()), ...);
        }
    };
    static constexpr unpublished_list unpublished{};

    // Reports only the first resource that is missing: one mistake, one sentence.
    template<class First, class... Rest>
    static constexpr void refuse() {
        if constexpr (publication_of<First, M> == publication::absent)
            static_assert(accepted<verdict<false, because<no_ceiling<M, First>>>>,
                          "place: the machine has no ceiling for a resource that the operator demands");
        else
            refuse<Rest...>();
    }
    static constexpr void refuse_absent() { refuse<R...>(); }
};

template<class M, class Set>
struct nothing_published {
    static constexpr sentence value = [] {
        sentence text;
        text << "all that the operator demands is unpublished on " << M::name << ":";
        for (const resource& r : Set::list) text << " " << r.name;
        return text;
    }();
};
template<class M, class A>
struct no_cache_capacity {
    static constexpr sentence value = missing_capacity(M::name, memory<llc>::name, A::name);
};

template<class R, class A, class M>
constexpr double seconds_on(const amount& a, const M& m, double cache) {
    if constexpr (publication_of<R, M> == publication::published)
        return A::demanded(resource_of<R>.id, a, cache) / find_ceiling<R>(m).rate;
    else
        return 0;
}

/// One step: seconds of every resource, and the index of the one that binds.
template<int Count>
struct step_time {
    double seconds[Count];
    double time;
    int limit;
};

template<class A, class... R, class M, std::size_t... I>
constexpr step_time<sizeof...(R)> place_step(const step<R...>& s, const M& m, double cache, std::index_sequence<I...>) {
    using set = resource_set<R...>;
    using met = meeting<set, M>;
    step_time<sizeof...(R)> result{{seconds_on<R, A>(s.amounts[I], m, cache)...}, 0, 0};
    // Written as folds, since a loop over so few resources would stay a loop at -O2.
    double largest = -1;
    const auto consider = [&]<std::size_t At>(std::integral_constant<std::size_t, At>) {
        constexpr int i = settled<set>.at[At];
        if constexpr (met::published[i] == publication::published) {
            const double busy = ((met::engines[I] == met::engines[i] ? result.seconds[I] : 0.0) + ...);
            // On one engine the longer share names the bound.
            const bool more = busy > result.time || largest < 0;
            const bool longer = busy == result.time && met::engines[result.limit] == met::engines[i] && result.seconds[i] > largest;
            if (more || longer) {
                result.time = busy;
                result.limit = i;
                largest = result.seconds[i];
            }
        }
    };
    (consider(std::integral_constant<std::size_t, I>{}), ...);
    return result;
}

template<class A, class... R, class M>
constexpr step_time<sizeof...(R)> place_step(const step<R...>& s, const M& m, double cache) {
    return place_step<A>(s, m, cache, std::index_sequence_for<R...>{});
}

/// Adds the steps of a list into the sums of its whole set of resources.
template<class Set, class A, class M>
struct placing {
    double seconds[Set::size]{};
    double bound[Set::size]{};  // the time of the steps that each resource binds
    double time = 0;

    template<class... R>
    constexpr void add(const step<R...>& s, double times, const M& m, double cache) {
        constexpr int index[] = {Set::template index_of<R>()...};
        const auto one = place_step<A>(s, m, cache);
        for (std::size_t i = 0; i < sizeof...(R); ++i) seconds[index[i]] += times * one.seconds[i];
        bound[index[one.limit]] += times * one.time;
        time += times * one.time;
    }
    template<class Step, class... Rest>
    constexpr void add_all(const demands<Step, Rest...>& list, const M& m, double cache) {
        add(bag_of(list.first), times_of(list.first), m, cache);
        if constexpr (sizeof...(Rest) > 0) add_all(list.rest, m, cache);
    }
    constexpr int limit() const {
        int best = settled<Set>.at[0];
        for (const int i : settled<Set>.at)
            if (bound[i] > bound[best]) best = i;
        return best;
    }
};

/// Every step needs a published ceiling of its own, or its time would be nothing.
template<class M, class... Steps>
inline constexpr bool each_limited = (meeting<typename resources_of_list<demands<Steps>>::type, M>::limited && ...);

}  // namespace detail

/// Places an operator on a machine.
///
/// Time: for each step the busiest engine's, where an engine's is the sum over its resources of demand / ceiling; for a
/// composite the sum over its steps. A resource whose rate is unpublished does not limit, and the placement lists it.
/// Limit: the resource that binds the largest share of the time; at a tie compute binds.
/// Errors: a resource that the machine does not have; an assumption that needs a cache size the machine does not state.
/// Source: Williams, Waterman, Patterson 2009, with one ceiling for each resource.
template<class... Steps, machine_like M, cache_assumption A = cold_assumption>
constexpr auto place(const demands<Steps...>& op, const M& m, A = {}) {
    using list = demands<Steps...>;
    using set = typename detail::resources_of_list<list>::type;
    using met = detail::meeting<set, M>;
    if constexpr (!met::complete) {
        met::refuse_absent();
        return poisoned_placement{};
    } else if constexpr (!detail::each_limited<M, Steps...>) {
        static_assert(accepted<verdict<false, because<detail::nothing_published<M, set>>>>,
                      "place: nothing that the machine publishes limits the operator");
        return poisoned_placement{};
    } else if constexpr (A::needs_cache && !detail::has_capacity<memory<llc>, M>) {
        static_assert(accepted<verdict<false, because<detail::no_cache_capacity<M, A>>>>,
                      "place: the assumption needs the capacity of the last-level cache");
        return poisoned_placement{};
    } else {
        double cache = 0;
        if constexpr (A::needs_cache) cache = static_cast<const capacity_entry<memory<llc>>&>(m).bytes;
        if constexpr (detail::is_single<list>) {
            const auto one = detail::place_step<A>(op.first, m, cache);
            return placement<list, M, A>(op, one.time, one.limit, one.seconds);
        } else {
            detail::placing<set, A, M> sums;
            sums.add_all(op, m, cache);
            return placement<list, M, A>(op, sums.time, sums.limit(), sums.seconds);
        }
    }
}

constexpr poisoned_placement place(poison, const auto&, const auto&...) { return {}; }
constexpr poisoned_placement place(const auto&, poison, const auto&...) { return {}; }
constexpr poisoned_placement place(poison, poison) { return {}; }

namespace detail {
template<class List, class M>
inline constexpr bool can_place = false;
template<class... Steps, class M>
inline constexpr bool can_place<demands<Steps...>, M> =
    meeting<typename resources_of_list<demands<Steps...>>::type, M>::complete && each_limited<M, Steps...>;
}  // namespace detail

/// Whether place(op, machine) compiles: the question without the error.
template<class Op, class M>
concept placeable = operator_like<std::remove_cvref_t<Op>> && machine_like<std::remove_cvref_t<M>> &&
                    detail::can_place<typename detail::operation_traits<std::remove_cvref_t<Op>>::list, std::remove_cvref_t<M>>;

}  // namespace roofline
