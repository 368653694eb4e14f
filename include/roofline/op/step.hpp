// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/demand.hpp>

#include <cstddef>

/// The normal form of every operator: an ordered list of steps, each a bag of demands. Queries see nothing else, so
/// that operators of any shape share one instantiation of place() for each set of resources.
namespace roofline::inline ROOFLINE_ABI {

/// One kernel: a bag of demands that run side by side.
template<class... R>
struct step {
    static constexpr std::size_t size = sizeof...(R);
    amount amounts[sizeof...(R)];
};

/// The same kernel launched several times.
template<class Step>
struct repeated : Step {
    double times;
};

/// The list. An operator derives from it.
template<class... Steps>
struct demands;

template<class Step>
struct demands<Step> {
    Step first;
};
template<class Step, class... Rest>
    requires(sizeof...(Rest) > 0)
struct demands<Step, Rest...> {
    Step first;
    demands<Rest...> rest;
};

/// In place of steps, where they are known at run time only: see any_operator.
struct runtime_steps {};
template<>
struct demands<runtime_steps> {};

namespace detail {

template<class... R>
constexpr double times_of(const step<R...>&) {
    return 1;
}
template<class Step>
constexpr double times_of(const repeated<Step>& s) {
    return s.times;
}

/// The step inside, whether it is repeated or not.
template<class... R>
constexpr const step<R...>& bag_of(const step<R...>& s) {
    return s;
}

/// Calls f(step, times) for each step in order.
template<class Step, class... Rest, class F>
constexpr void for_each_step(const demands<Step, Rest...>& list, F&& f) {
    f(bag_of(list.first), times_of(list.first));
    if constexpr (sizeof...(Rest) > 0) for_each_step(list.rest, f);
}

/// A set of resource types in the order of their first mention.
template<class... R>
struct resource_set {
    static constexpr int size = sizeof...(R);
    template<class Q>
    static constexpr bool has = (std::is_same_v<Q, R> || ...);
    template<class Q>
    static constexpr int index_of() {
        int index = 0;
        static_cast<void>(((std::is_same_v<Q, R> || (++index, false)) || ...));
        return index;
    }
    static constexpr const resource list[sizeof...(R)] = {resource_of<R>...};
    using bag = step<R...>;
};

template<class Set, class... R>
struct joined_set {
    using type = Set;
};
template<class... S, class First, class... Rest>
struct joined_set<resource_set<S...>, First, Rest...>
    : joined_set<std::conditional_t<(std::is_same_v<First, S> || ...), resource_set<S...>, resource_set<S..., First>>, Rest...> {};

/// Resources of step<> types, of lists, and unions of them.
template<class Set, class T>
struct added_set;
template<class Set, class... R>
struct added_set<Set, step<R...>> : joined_set<Set, R...> {};
template<class Set, class Step>
struct added_set<Set, repeated<Step>> : added_set<Set, Step> {};
template<class Set, class Step>
struct added_set<Set, demands<Step>> : added_set<Set, Step> {};
template<class Set, class Step, class Next, class... Rest>
struct added_set<Set, demands<Step, Next, Rest...>> : added_set<typename added_set<Set, Step>::type, demands<Next, Rest...>> {};

/// The same over several lists.
template<class Set, class... Lists>
struct added_sets {
    using type = Set;
};
template<class Set, class List, class... Rest>
struct added_sets<Set, List, Rest...> : added_sets<typename added_set<Set, List>::type, Rest...> {};

/// The resources that an operator demands.
template<class List>
struct resources_of_list;
template<class... R>
struct resources_of_list<demands<step<R...>>> {
    using type = resource_set<R...>;
};
template<>
struct resources_of_list<demands<runtime_steps>>;
template<class... Steps>
struct resources_of_list<demands<Steps...>> : added_set<resource_set<>, demands<Steps...>> {};

}  // namespace detail
}  // namespace roofline
