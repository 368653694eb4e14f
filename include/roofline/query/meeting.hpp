// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/published.hpp>
#include <roofline/op/step.hpp>

/// How the resources that an operator demands meet a machine type: worked out once for each set and machine.
namespace roofline::inline ROOFLINE_ABI::detail {

/// The order in which ties are settled: compute before memory before the rest, then by name, so that a tie does not
/// depend on the order of the demands.
constexpr bool before(const resource& a, const resource& b) { return a.kind != b.kind ? a.kind < b.kind : a.name < b.name; }

/// What limits, in the order that settles ties, and who shares an engine.
template<std::size_t Size>
struct meeting_table {
    static constexpr int size = Size;
    std::uint64_t engine[Size]{};
    int order[Size]{};  // of the published resources
    int limiting = 0;   // how many they are
    bool separate = true;  // no two of them share an engine
    resource unpublished[Size]{};
    int unpublished_count = 0;

    constexpr meeting_table(const resource (&list)[Size], const publication (&published)[Size],
                            const std::uint64_t (&engines)[Size]) {
        for (int i = 0; i < size; ++i) {
            engine[i] = engines[i];
            if (published[i] == publication::unpublished) unpublished[unpublished_count++] = list[i];
            if (published[i] != publication::published) continue;
            int rank = 0;
            for (int j = 0; j < size; ++j) {
                if (published[j] != publication::published) continue;
                rank += before(list[j], list[i]);
                separate = separate && (i == j || engines[i] != engines[j]);
            }
            order[rank] = i;
            ++limiting;
        }
    }
};

template<class R, class Machine>
constexpr std::uint64_t engine_where_published() {
    if constexpr (publication_of<R, Machine> == publication::published)
        return engine_on<R, Machine>;
    else
        return 0;
}

template<class Set, class Machine>
struct meeting;
template<class... R, class Machine>
struct meeting<resource_set<R...>, Machine> {
    static constexpr bool complete = ((publication_of<R, Machine> != publication::absent) && ...);
    static constexpr publication published[sizeof...(R)] = {publication_of<R, Machine>...};
    static constexpr std::uint64_t engines[sizeof...(R)] = {engine_where_published<R, Machine>()...};
    static constexpr meeting_table<sizeof...(R)> table{resource_set<R...>::list, published, engines};
    static constexpr int limiting = table.limiting;
};

/// Every step needs a published ceiling of its own, or its time would be nothing.
template<class List, class Machine>
inline constexpr bool each_step_limited = false;
template<class... Steps, class Machine>
inline constexpr bool each_step_limited<demands<Steps...>, Machine> =
    ((meeting<typename resources_of_list<demands<Steps>>::type, Machine>::table.limiting > 0) && ...);

template<class List, class Machine>
inline constexpr bool can_place =
    meeting<typename resources_of_list<List>::type, Machine>::complete && each_step_limited<List, Machine>;

}  // namespace roofline::detail
