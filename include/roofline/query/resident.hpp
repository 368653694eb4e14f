// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/composition.hpp>
#include <roofline/op/op.hpp>
#include <roofline/query/questions.hpp>

/// The assumption that named tensors stay in the last-level cache.
namespace roofline::inline ROOFLINE_ABI {

/// min_time(op, machine, resident(x, y)): DRAM moves neither the reads of the named tensors nor the writes of those that the
/// operator gives; of a composite also what passes between its steps. Nothing else is taken for granted, as under `cold`.
///
/// A tensor is named by its format and extents, so that all that look alike are named at once.
/// Errors: a tensor that the operator does not move, an any_operator, which no longer knows its tensors: do not compile
/// (other run-time extents throw unsupported). Tensors that do not fit the cache together throw unsupported. The machine
/// states capacity<memory<llc>>, as for any_cache.
template<class... T>
struct resident_assumption {
    static constexpr std::string_view name = "resident"sv;
    static constexpr std::string_view meaning = "the named operands and results stay in the last-level cache"sv;
    static constexpr bool spares_dram = false;  // what is spared depends on the operator: see detail::spared
    static constexpr bool needs_cache = true;

    detail::tensors<T...> named;
};

template<class... T>
constexpr auto resident(const T&... named) {
    if constexpr (sizeof...(T) > 0 && (detail::is_tensor<T> && ...)) {
        return resident_assumption<T...>{detail::pack_tensors(named...)};
    } else {
        static_assert((detail::is_poison<T> || ...), "resident: takes the tensors that stay in the cache");
        return resident_assumption<poison>{};
    }
}

namespace detail {

// Which tensors an operator moves, and the sentence about one that it does not.

template<class T, class Op>
inline constexpr bool moves_tensor = false;
template<class T, class Result, class Inputs>
inline constexpr bool moves_among = false;
template<class T, class Result, class... Inputs>
inline constexpr bool moves_among<T, Result, tensors<Inputs...>> =
    std::is_same_v<T, Result> || (std::is_same_v<T, tensor_of_input<Inputs>> || ...);
template<class T, typed_operator Op>
inline constexpr bool moves_tensor<T, Op> =
    moves_among<T, typename operation_traits<Op>::result, typename operation_traits<Op>::inputs>;

template<class T, std::int64_t... E>
constexpr void list_tensor(sentence& text, const tensor<T, E...>& x) {
    text.add("{} {}", {T::name, shape_of(x)});
}
template<class T>
constexpr void list_tensor(sentence& text, std::type_identity<T>) {
    tensor_text<T>::append(text);
}
constexpr void list_entries(sentence& text, const tensors<>&) { text.add("no stated tensor"); }
template<class First, class... Rest>
constexpr void list_entries(sentence& text, const tensors<First, Rest...>& entries) {
    list_tensor(text, tensor_in(entries.first));
    if constexpr (sizeof...(Rest) > 0) {
        text.add(", ");
        list_entries(text, entries.rest);
    }
}
template<class... Entries>
constexpr void list_entries(sentence& text, std::type_identity<tensors<Entries...>>) {
    bool first = true;
    ((text.add(first ? "" : ", "), tensor_text<tensor_of_input<Entries>>::append(text), first = false), ...);
    if (first) text.add("no stated tensor");
}
/// Of the values, or of their types.
template<class T, class Result, class Entries>
constexpr sentence not_moved(const T& named, const Result& result, const Entries& entries) {
    sentence text("resident names ");
    list_tensor(text, named);
    text.add("; the operator gives ");
    if constexpr (std::is_same_v<Result, no_result>)
        text.add("no stated tensor");
    else
        list_tensor(text, result);
    text.add(" and moves besides ");
    list_entries(text, entries);
    return text;
}
template<class Op, class First, class... Rest>
struct static_not_moved : static_not_moved<Op, Rest...> {};
template<class Op, class First, class... Rest>
    requires(!moves_tensor<First, Op>)
struct static_not_moved<Op, First, Rest...> {
    static constexpr sentence value =
        not_moved(std::type_identity<First>{}, std::type_identity<typename operation_traits<Op>::result>{},
                  std::type_identity<typename operation_traits<Op>::inputs>{});
};

[[noreturn]] inline void the_operator_neither_takes_nor_gives_a_resident_tensor(const sentence& why) {
    throw_unsupported(why);
}
[[noreturn]] inline void resident_tensors_must_fit_the_last_level_cache_together(std::string_view machine) {
    throw_unsupported(sentence("resident: the named tensors are larger than the last-level cache of {}", {machine}));
}
[[noreturn]] inline void resident_tensors_must_be_part_of_the_traffic() {
    throw_unsupported("resident: the operator states less traffic on memory<dram> than the named tensors take");
}

// What falls away.

/// Bytes of the named tensors that each step reads and writes.
template<int Steps>
struct spared_bytes {
    double read[std::size_t{Steps}]{};
    double written[std::size_t{Steps}]{};
};

/// Whether this very tensor is named.
template<class X>
constexpr bool is_named(const X&, const tensors<>&) {
    return false;
}
template<class X, class First, class... Rest>
constexpr bool is_named(const X& x, const tensors<First, Rest...>& named) {
    if constexpr (std::is_same_v<X, First>)
        if (same_extents(x, named.first)) return true;
    return is_named(x, named.rest);
}

template<int Steps, class Named>
constexpr void add_spared(spared_bytes<Steps>&, const tensors<>&, const Named&) {}
template<int Steps, class Named, class First, class... Rest>
constexpr void add_spared(spared_bytes<Steps>& sum, const tensors<First, Rest...>& entries, const Named& named) {
    using traits = input_traits<First>;
    if constexpr (moves_among<typename traits::tensor, no_result, Named>) {
        if (is_named(tensor_in(entries.first), named))
            (traits::what == role::left ? sum.written : sum.read)[traits::step] += bytes_of_input(entries.first);
    }
    add_spared(sum, entries.rest, named);
}

/// Bytes of the cache that hold what an entry moves, however often it does.
template<class Entry>
constexpr double held_for(const Entry& entry) {
    return bytes_of_input(entry);
}
template<class Entry>
constexpr double held_for(const partly<Entry>& entry) {
    const double whole = bytes_of_input(entry.tensor);
    return entry.bytes < whole ? entry.bytes : whole;
}
template<role Role, int Step, class Entry>
constexpr double held_for(const at_step<Role, Step, Entry>& entry) {
    return held_for(entry.tensor);
}
/// The most that any entry moves of this tensor: what the cache has to hold. Less than zero where none moves it.
template<class X>
constexpr double held(const X&, const tensors<>&) {
    return -1;
}
template<class X, class First, class... Rest>
constexpr double held(const X& x, const tensors<First, Rest...>& entries) {
    double most = held(x, entries.rest);
    if constexpr (std::is_same_v<X, tensor_of_input<First>>)
        if (same_extents(x, tensor_in(entries.first)) && held_for(entries.first) > most) most = held_for(entries.first);
    return most;
}

/// Bytes that the named tensors take together, each once.
template<class Op>
constexpr double held_by(const Op&, const tensors<>&) {
    return 0;
}
template<class Op, class First, class... Rest>
constexpr double held_by(const Op& op, const tensors<First, Rest...>& named) {
    double most = held(named.first, inputs_of(op));
    const auto result = op.result();
    if constexpr (std::is_same_v<First, std::remove_const_t<decltype(result)>>)
        if (const double all = bytes_of_input(given_entry(op)); same_extents(named.first, result) && all > most) most = all;
    if (most < 0)
        the_operator_neither_takes_nor_gives_a_resident_tensor(not_moved(named.first, result, inputs_of(op)));
    return (is_named(named.first, named.rest) ? 0 : most) + held_by(op, named.rest);
}

template<class... R>
constexpr void take_off(step<R...>& s, double read, double written) {
    if constexpr (resource_set<R...>::template has<memory<dram>>) {
        amount& moved = s.amounts[resource_set<R...>::template index_of<memory<dram>>()];
        moved.total -= read + written;
        moved.part -= written;
        if (!(moved.part >= 0 && moved.total >= moved.part)) resident_tensors_must_be_part_of_the_traffic();
    }
}
template<class Step, class... Rest>
constexpr void take_off(demands<Step, Rest...>& list, const double* read, const double* written) {
    take_off(list.first, *read, *written);
    if constexpr (sizeof...(Rest) > 0) take_off(list.rest, read + 1, written + 1);
}

/// The demands of an operator less what its named tensors move through DRAM.
template<class Op, class... T>
constexpr auto spared(const Op& op, const tensors<T...>& named, double cache, std::string_view machine) {
    if (held_by(op, named) > cache) resident_tensors_must_fit_the_last_level_cache_together(machine);
    auto list = list_of(op);
    constexpr int steps = step_count<decltype(list)>;
    spared_bytes<steps> sum;
    add_spared(sum, inputs_of(op), named);
    const auto result = op.result();
    if constexpr ((std::is_same_v<T, std::remove_const_t<decltype(result)>> || ...))
        if (is_named(result, named)) sum.written[steps - 1] += bytes_of_input(given_entry(op));
    take_off(list, sum.read, sum.written);
    return list;
}

template<class Machine>
constexpr double cache_of(const Machine& m, std::string_view asker) {
    if constexpr (std::is_same_v<Machine, any_machine>) {
        if (!(m.cache_bytes() > 0))
            the_assumption_needs_the_capacity_of_the_last_level_cache(missing_capacity(m.name(), memory<llc>::name, asker));
        return m.cache_bytes();
    } else {
        return static_cast<const capacity_entry<memory<llc>>&>(m).bytes;
    }
}
template<class Machine>
constexpr std::string_view name_of_machine(const Machine& m) {
    if constexpr (std::is_same_v<Machine, any_machine>)
        return m.name();
    else
        return Machine::name;
}

template<class Op, class Machine, class... T>
inline constexpr bool accepts_named = false;
template<typed_operator Op, class Machine, class... T>
inline constexpr bool accepts_named<Op, Machine, T...> =
    accepts<typename operation_traits<Op>::list, Machine, resident_assumption<T...>> && (moves_tensor<T, Op> && ...);

/// Why not, without the types of operator and machine.
template<class Op, class Machine, class... T>
consteval auto refusal_of_named() {
    if constexpr ((is_poison<T> || ...))
        return refusal<refused_for::an_entry_of_the_machine, void>{};
    else if constexpr (!typed_operator<Op>)
        return refusal<refused_for::tensors_unknown, diagnostic::reason<".">>{};
    else if constexpr (!accepts<typename operation_traits<Op>::list, Machine, resident_assumption<T...>>)
        return refusal_of<typename operation_traits<Op>::list, Machine, resident_assumption<T...>>();
    else
        return refusal<refused_for::tensor_not_moved, because<static_not_moved<Op, T...>, resident_assumption<T...>>>{};
}

/// The demands that are left, once operator, machine and tensors fit together.
template<class Op, class Machine, class... T>
constexpr auto spared(const Op& op, const Machine& m, const resident_assumption<T...>& assumption) {
    return spared(op, assumption.named, cache_of(m, assumption.name), name_of_machine(m));
}

template<class Op, class... T>
inline constexpr bool knows_named<Op, resident_assumption<T...>> = (moves_tensor<T, Op> && ...);

}  // namespace detail

template<operator_like Op, machine_like Machine, class... T>
constexpr auto place(const Op& op, const Machine& m, const resident_assumption<T...>& assumption) {
    if constexpr (!detail::accepts_named<Op, Machine, T...>) {
        detail::refuse(detail::refusal_of_named<Op, Machine, T...>());
        return poisoned_placement{};
    } else if constexpr (std::is_same_v<Machine, any_machine>) {
        return any_placement(detail::list_of(op), detail::spared(op, m, assumption), m, assumption);
    } else {
        using list = typename detail::operation_traits<Op>::list;
        const auto left = detail::spared(op, m, assumption);
        const auto timing = detail::time_list<cold_assumption>(left, m);
        return placement<list, Machine, resident_assumption<T...>>(detail::list_of(op), timing,
                                                             detail::binding_of<cold_assumption>(left, m, timing.limit));
    }
}

template<operator_like Op, machine_like Machine, class... T>
constexpr auto min_time(const Op& op, const Machine& m, const resident_assumption<T...>& assumption) {
    if constexpr (!detail::accepts_named<Op, Machine, T...>)
        return detail::refuse(detail::refusal_of_named<Op, Machine, T...>());
    else
        return min_time(detail::spared(op, m, assumption), m);
}

template<operator_like Op, machine_like Machine, class... T>
constexpr auto memory_bound(const Op& op, const Machine& m, const resident_assumption<T...>& assumption) {
    if constexpr (!detail::accepts_named<Op, Machine, T...>)
        return detail::refuse(detail::refusal_of_named<Op, Machine, T...>());
    else
        return memory_bound(detail::spared(op, m, assumption), m);
}

template<operator_like Op, machine_like Machine, class... T>
constexpr auto compute_bound(const Op& op, const Machine& m, const resident_assumption<T...>& assumption) {
    if constexpr (!detail::accepts_named<Op, Machine, T...>)
        return detail::refuse(detail::refusal_of_named<Op, Machine, T...>());
    else
        return compute_bound(detail::spared(op, m, assumption), m);
}

template<resource_type R, operator_like Op, machine_like Machine, class... T>
constexpr auto bound_by(const Op& op, const Machine& m, const resident_assumption<T...>& assumption) {
    if constexpr (!detail::accepts_named<Op, Machine, T...>)
        return detail::refuse(detail::refusal_of_named<Op, Machine, T...>());
    else
        return bound_by<R>(detail::spared(op, m, assumption), m);
}

}  // namespace roofline
