// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/published.hpp>
#include <roofline/query/any_placement.hpp>
#include <roofline/query/assumption.hpp>
#include <roofline/query/placement.hpp>

#include <utility>

/// Placing an operator on a machine: divide, resource by resource; add up what shares an engine; the largest is the
/// time and names the bound. Nothing here knows what a GEMM or a GPU is.
namespace roofline {

namespace detail {

/// How some resources meet a machine: what limits, in the order that settles ties, and who shares an engine.
template<int Size>
struct meeting_table {
    std::uint64_t engine[Size]{};
    int order[Size]{};  // of the published resources
    int limiting = 0;   // how many they are
    bool separate = true;  // no two of them share an engine
    resource unpublished[Size]{};
    int unpublished_count = 0;

    constexpr meeting_table(const resource (&list)[Size], const publication (&published)[Size],
                            const std::uint64_t (&engines)[Size]) {
        for (int i = 0; i < Size; ++i) {
            engine[i] = engines[i];
            if (published[i] == publication::unpublished) unpublished[unpublished_count++] = list[i];
            if (published[i] != publication::published) continue;
            int rank = 0;
            for (int j = 0; j < Size; ++j) {
                if (published[j] != publication::published) continue;
                rank += before(list[j], list[i]);
                separate = separate && (i == j || engines[i] != engines[j]);
            }
            order[rank] = i;
            ++limiting;
        }
    }
};

template<class R, class M>
constexpr std::uint64_t engine_where_published() {
    if constexpr (publication_of<R, M> == publication::published)
        return engine_on<R, M>;
    else
        return 0;
}

template<class Set, class M>
struct meeting;
template<class... R, class M>
struct meeting<resource_set<R...>, M> {
    static constexpr bool complete = ((publication_of<R, M> != publication::absent) && ...);
    static constexpr publication published[sizeof...(R)] = {publication_of<R, M>...};
    static constexpr std::uint64_t engines[sizeof...(R)] = {engine_where_published<R, M>()...};
    static constexpr meeting_table<sizeof...(R)> table{resource_set<R...>::list, published, engines};
    static constexpr int limiting = table.limiting;
};

/// The first resource of the list that M does not have: one mistake, one sentence.
template<class M, class First, class... Rest>
struct first_absent : first_absent<M, Rest...> {};
template<class M, class First, class... Rest>
    requires(publication_of<First, M> == publication::absent)
struct first_absent<M, First, Rest...> {
    using type = First;
};
template<class M, class Set>
struct absent_from;
template<class M, class... R>
struct absent_from<M, resource_set<R...>> : first_absent<M, R...> {};

/// The first step of the list that nothing published limits.
template<class M, class Step, class... Rest>
struct first_unlimited : first_unlimited<M, Rest...> {};
template<class M, class Step, class... Rest>
    requires(meeting<typename resources_of_list<demands<Step>>::type, M>::table.limiting == 0)
struct first_unlimited<M, Step, Rest...> {
    using type = typename resources_of_list<demands<Step>>::type;
};
template<class M, class List>
struct unlimited_step;
template<class M, class... Steps>
struct unlimited_step<M, demands<Steps...>> : first_unlimited<M, Steps...> {};

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

/// What an assumption leaves of a demand.
template<class R, class A>
constexpr double left_by(const amount& a, double cache) {
    if constexpr (A::spares_dram && std::is_same_v<R, memory<dram>>)
        return A::moved(a, cache);
    else
        return a.total;
}

template<class R, class A, class M>
constexpr double seconds_on(const amount& a, const M& m, double cache) {
    if constexpr (publication_of<R, M> != publication::published)
        return 0;
    else
        return left_by<R, A>(a, cache) / static_cast<const ceiling_of<R, M>&>(m).rate;
}

/// Seconds of every resource, the time of all, and the index of the resource that binds.
template<int Count>
struct timing {
    double seconds[Count];
    double time;
    int limit;
};

// Folds over the resources and no loops: at -O2 a loop over two stays a loop, and in a static_assert it costs more.
template<class A, class... R, class M, std::size_t... I>
constexpr timing<sizeof...(R)> time_step(const step<R...>& s, const M& m, double cache, std::index_sequence<I...>) {
    using met = meeting<resource_set<R...>, M>;
    timing<sizeof...(R)> result{{seconds_on<R, A>(s.amounts[I], m, cache)...}, -1, met::table.order[0]};
    const double* seconds = result.seconds;
    if constexpr (met::table.separate) {
        ((I < met::limiting && seconds[met::table.order[I]] > result.time
              ? void((result.time = seconds[met::table.order[I]], result.limit = met::table.order[I]))
              : void()),
         ...);
    } else {
        double longest = -1;
        for (int at = 0; at < met::limiting; ++at) {
            const int i = met::table.order[at];
            const double busy = ((met::table.engine[I] == met::table.engine[i] ? seconds[I] : 0.0) + ...);
            // On the busiest engine the resource with the longest share names the bound.
            const bool same = at > 0 && met::table.engine[result.limit] == met::table.engine[i];
            if (same ? seconds[i] > longest : busy > result.time) {
                result.time = busy;
                result.limit = i;
                longest = seconds[i];
            }
        }
    }
    return result;
}

template<class A, class... R, class M>
constexpr timing<sizeof...(R)> time_step(const step<R...>& s, const M& m, double cache) {
    return time_step<A>(s, m, cache, std::index_sequence_for<R...>{});
}

/// Adds the steps of a list up over its whole set of resources.
template<class Set, class A, class M>
struct step_sum {
    timing<Set::size> total{};
    double bound[Set::size]{};  // the time of the steps that each resource binds

    template<class... R>
    constexpr void add(const step<R...>& s, double times, const M& m, double cache) {
        constexpr int index[] = {Set::template index_of<R>()...};
        const auto one = time_step<A>(s, m, cache);
        for (std::size_t i = 0; i < sizeof...(R); ++i) total.seconds[index[i]] += times * one.seconds[i];
        bound[index[one.limit]] += times * one.time;
        total.time += times * one.time;
    }
    template<class Step, class... Rest>
    constexpr void add(const demands<Step, Rest...>& list, const M& m, double cache) {
        add(bag_of(list.first), times_of(list.first), m, cache);
        if constexpr (sizeof...(Rest) > 0) add(list.rest, m, cache);
    }
    constexpr void find_limit() {
        constexpr auto& table = meeting<Set, M>::table;
        total.limit = table.order[0];
        for (int i = 1; i < table.limiting; ++i)
            if (bound[table.order[i]] > bound[total.limit]) total.limit = table.order[i];
    }
};

template<class A, class List, class M>
constexpr auto time_list(const List& list, const M& m) {
    double cache = 0;
    if constexpr (A::needs_cache) cache = static_cast<const capacity_entry<memory<llc>>&>(m).bytes;
    if constexpr (is_single<List>) {
        return time_step<A>(list.first, m, cache);
    } else {
        step_sum<typename resources_of_list<List>::type, A, M> sum;
        sum.add(list, m, cache);
        sum.find_limit();
        return sum.total;
    }
}

/// The resource that binds, where it alone set the time.
template<class A, class... R, class M>
constexpr binding binding_of(const demands<step<R...>>& list, const M& m, int limit) {
    binding result;
    if constexpr (meeting<resource_set<R...>, M>::table.separate) {
        double cache = 0;
        if constexpr (A::needs_cache) cache = static_cast<const capacity_entry<memory<llc>>&>(m).bytes;
        const auto consider = [&]<class Q>(std::type_identity<Q>, int index) {
            if constexpr (publication_of<Q, M> == publication::published)
                if (index == limit) result = {left_by<Q, A>(list.first.amounts[index], cache), static_cast<const ceiling_of<Q, M>&>(m).rate};
        };
        int index = 0;
        (consider(std::type_identity<R>{}, index++), ...);
    }
    return result;
}
template<class A, class List, class M>
constexpr binding binding_of(const List&, const M&, int) {
    return {};
}

/// Every step needs a published ceiling of its own, or its time would be nothing.
template<class List, class M>
inline constexpr bool each_step_limited = false;
template<class... Steps, class M>
inline constexpr bool each_step_limited<demands<Steps...>, M> =
    ((meeting<typename resources_of_list<demands<Steps>>::type, M>::table.limiting > 0) && ...);

template<class List, class M>
inline constexpr bool can_place =
    meeting<typename resources_of_list<List>::type, M>::complete && each_step_limited<List, M>;
/// Operator or machine are known at run time only.
template<class List, class M>
inline constexpr bool is_flat = std::is_same_v<List, demands<runtime_steps>> || std::is_same_v<M, any_machine>;

template<class... Steps>
constexpr any_operator flattened(const demands<Steps...>& op) {
    return op;
}
constexpr const any_operator& flattened(const demands<runtime_steps>& op) { return static_cast<const any_operator&>(op); }

template<class List, class M, class A>
inline constexpr bool accepts = can_place<List, M> && (!A::needs_cache || has_capacity<memory<llc>, M>);
template<class List, class M, class A>
    requires is_flat<List, M>
inline constexpr bool accepts<List, M, A> = true;

/// Why a placement is refused: the fixed sentence and the computed one. A type without the machine in it, since
/// compilers print the types of all functions on the way to a failed assertion, and a machine is long.
enum class refused_for { no_ceiling, nothing_published, no_cache_capacity, an_entry_of_the_machine };
template<refused_for Sentence, class Reason>
struct refusal {};

template<class List, class M, class A>
consteval auto refusal_of() {
    using set = typename resources_of_list<List>::type;
    if constexpr (std::derived_from<M, poison>)
        return refusal<refused_for::an_entry_of_the_machine, void>{};
    else if constexpr (!meeting<set, M>::complete)
        return refusal<refused_for::no_ceiling, because<no_ceiling<M, typename absent_from<M, set>::type>>>{};
    else if constexpr (!can_place<List, M>)
        return refusal<refused_for::nothing_published, because<nothing_published<M, typename unlimited_step<M, List>::type>>>{};
    else
        return refusal<refused_for::no_cache_capacity, because<no_cache_capacity<M, A>>>{};
}

template<refused_for Sentence, class Reason>
constexpr poison refuse(refusal<Sentence, Reason>) {
    using refused = diagnostic::verdict<false, Reason>;
    if constexpr (Sentence == refused_for::no_ceiling)
        static_assert(diagnostic::accepted<refused>, "place: the machine has no ceiling for a resource that the operator demands");
    else if constexpr (Sentence == refused_for::nothing_published)
        static_assert(diagnostic::accepted<refused>, "place: nothing that the machine publishes limits the operator");
    else if constexpr (Sentence == refused_for::no_cache_capacity)
        static_assert(diagnostic::accepted<refused>, "place: the assumption needs the capacity of the last-level cache");
    return {};  // an entry that was refused has had its say
}

}  // namespace detail

/// Places an operator on a machine.
///
/// Time: for each step the busiest engine's, where an engine's is the sum over its resources of demand / ceiling; for a
/// composite the sum over its steps. A resource whose rate is unpublished does not limit, and the placement lists it.
/// Limit: the resource that binds the largest share of the time; at a tie compute binds.
/// With an any_operator or any_machine the same is done at run time, over flat arrays.
/// Errors: a resource that the machine does not have; an assumption that needs a cache size the machine does not state.
/// They do not compile; flat, they throw `unsupported` with the same sentence.
/// Source: Williams, Waterman, Patterson 2009, with one ceiling for each resource.
template<class... Steps, machine_like M, cache_assumption A = cold_assumption>
constexpr auto place(const demands<Steps...>& op, const M& m, A assumption = {}) {
    using list = demands<Steps...>;
    if constexpr (!detail::accepts<list, M, A>) {
        detail::refuse(detail::refusal_of<list, M, A>());
        return poisoned_placement{};
    } else if constexpr (detail::is_flat<list, M>) {
        return any_placement(detail::flattened(op), any_machine(m), assumption);
    } else {
        const auto timing = detail::time_list<A>(op, m);
        return placement<list, M, A>(op, timing, detail::binding_of<A>(op, m, timing.limit));
    }
}

constexpr poisoned_placement place(poison, const auto&, const auto&...) { return {}; }

/// Whether place(op, machine, assumption) compiles, for types that can tell: the question without the error.
template<class Op, class M, class A = cold_assumption>
concept placeable =
    typed_operator<std::remove_cvref_t<Op>> && machine_like<std::remove_cvref_t<M>> &&
    !std::is_same_v<std::remove_cvref_t<M>, any_machine> &&
    detail::accepts<typename detail::operation_traits<std::remove_cvref_t<Op>>::list, std::remove_cvref_t<M>, A>;

}  // namespace roofline
