// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/same_value.hpp>
#include <roofline/machine/any_machine.hpp>
#include <roofline/op/any_operator.hpp>
#include <roofline/query/assumption.hpp>
#include <roofline/query/meeting.hpp>

/// Whether a machine can take an operator, and the sentence that says why not.
namespace roofline::inline ROOFLINE_ABI::detail {

/// Operator or machine are known at run time only.
template<class List, class Machine>
inline constexpr bool is_flat = std::is_same_v<List, demands<runtime_steps>> || std::is_same_v<Machine, any_machine>;

template<class... Steps>
constexpr any_operator flattened(const demands<Steps...>& op) {
    return op;
}
constexpr const any_operator& flattened(const demands<runtime_steps>& op) { return static_cast<const any_operator&>(op); }
template<class Machine>
constexpr any_machine flattened_machine(const Machine& m) {
    return m;
}
constexpr const any_machine& flattened_machine(const any_machine& m) { return m; }

template<class List, class Machine, class A>
inline constexpr bool accepts = can_place<List, Machine> && (!A::needs_cache || has_capacity<memory<llc>, Machine>);
template<class List, class Machine, class A>
    requires is_flat<List, Machine>
inline constexpr bool accepts<List, Machine, A> = true;

/// The first resource of the list that the machine does not have: one mistake, one sentence.
template<class Machine, class First, class... Rest>
struct first_absent : first_absent<Machine, Rest...> {};
template<class Machine, class First, class... Rest>
    requires(publication_of<First, Machine> == publication::absent)
struct first_absent<Machine, First, Rest...> {
    using type = First;
};
template<class Machine, class Set>
struct absent_from;
template<class Machine, class... R>
struct absent_from<Machine, resource_set<R...>> : first_absent<Machine, R...> {};

/// The first step of the list that nothing published limits.
template<class Machine, class Step, class... Rest>
struct first_unlimited : first_unlimited<Machine, Rest...> {};
template<class Machine, class Step, class... Rest>
    requires(meeting<typename resources_of_list<demands<Step>>::type, Machine>::table.limiting == 0)
struct first_unlimited<Machine, Step, Rest...> {
    using type = typename resources_of_list<demands<Step>>::type;
};
template<class Machine, class List>
struct unlimited_step;
template<class Machine, class... Steps>
struct unlimited_step<Machine, demands<Steps...>> : first_unlimited<Machine, Steps...> {};

template<class Machine, class Set>
struct nothing_published {
    static constexpr sentence value = [] {
        sentence text = all_unpublished(Machine::name);
        for (const resource& r : Set::list) text.add(" {}", {r.name});
        return text;
    }();
};
template<class Machine, class A>
struct no_cache_capacity {
    static constexpr sentence value = missing_capacity(Machine::name, memory<llc>::name, A::name);
};

/// Why a placement is refused: the fixed sentence and the computed one. A type without the machine in it, since
/// compilers print the types of all functions on the way to a failed assertion, and a machine is long.
enum class refused_for {
    no_ceiling,
    nothing_published,
    no_cache_capacity,
    tensors_unknown,
    tensor_not_moved,
    an_entry_of_the_machine
};
template<refused_for Sentence, class Reason>
struct refusal {};

template<class List, class Machine, class A>
consteval auto refusal_of() {
    using set = typename resources_of_list<List>::type;
    if constexpr (std::derived_from<Machine, poison>)
        return refusal<refused_for::an_entry_of_the_machine, void>{};
    else if constexpr (!meeting<set, Machine>::complete) {
        using absent = typename absent_from<Machine, set>::type;
        return refusal<refused_for::no_ceiling, because<no_ceiling<Machine, absent>, absent>>{};
    } else if constexpr (!can_place<List, Machine>) {
        using unlimited = typename unlimited_step<Machine, List>::type;
        return refusal<refused_for::nothing_published, because<nothing_published<Machine, unlimited>, unlimited>>{};
    } else {
        return refusal<refused_for::no_cache_capacity, because<no_cache_capacity<Machine, A>, A>>{};
    }
}

template<refused_for Sentence, class Reason>
constexpr poison refuse(refusal<Sentence, Reason>) {
    using refused = diagnostic::verdict<false, Reason>;
    if constexpr (same_value<Sentence, refused_for::no_ceiling>)
        static_assert(diagnostic::accepted<refused>,
                      "place: the machine has no ceiling for a resource that the operator demands");
    else if constexpr (same_value<Sentence, refused_for::nothing_published>)
        static_assert(diagnostic::accepted<refused>, "place: nothing that the machine publishes limits the operator");
    else if constexpr (same_value<Sentence, refused_for::no_cache_capacity>)
        static_assert(diagnostic::accepted<refused>, "place: the assumption needs the capacity of the last-level cache");
    else if constexpr (same_value<Sentence, refused_for::tensors_unknown>)
        static_assert(diagnostic::accepted<refused>,
                      "resident: an any_operator no longer knows its tensors; ask the operator it was made of");
    else if constexpr (same_value<Sentence, refused_for::tensor_not_moved>)
        static_assert(diagnostic::accepted<refused>, "resident: the operator neither takes nor gives a tensor of this type");
    return {};  // an entry or a tensor that was refused has had its say
}

}  // namespace roofline::detail
