// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/same_value.hpp>
#include <roofline/op/operation.hpp>

/// Tensors that pass from one operator to the next.
namespace roofline::inline ROOFLINE_ABI::detail {

template<class T, class Inputs>
inline constexpr bool takes_tensor = false;
template<class T, class... Inputs>
inline constexpr bool takes_tensor<T, tensors<Inputs...>> = (takes_as<T, Inputs> || ...);

template<class T, std::int64_t... E>
constexpr bool same_extents(const tensor<T, E...>& a, const tensor<T, E...>& b) {
    if constexpr (any_dyn<E...>) {
        for (std::size_t axis = 0; axis < sizeof...(E); ++axis)
            if (a.extents[axis] != b.extents[axis]) return false;
    }
    return true;
}

template<class Entry>
constexpr bool is_in_place(const Entry&) {
    return false;
}
template<class Entry>
constexpr bool is_in_place(const partly<Entry>& entry) {
    return entry.in_place;
}

/// Bytes that one of the inputs reads of this very tensor, by type and extents; less than zero where none does.
struct bytes_taken {
    double bytes = -1;
    bool in_place = false;
};
template<class T>
constexpr bytes_taken bytes_read(const T&, const tensors<>&) {
    return {};
}
template<class T, class First, class... Rest>
constexpr bytes_taken bytes_read(const T& x, const tensors<First, Rest...>& inputs) {
    if constexpr (takes_as<T, First>) {
        if (same_extents(x, tensor_in(inputs.first))) return {bytes_of_input(inputs.first), is_in_place(inputs.first)};
    }
    return bytes_read(x, inputs.rest);
}

template<class... A, class... B>
ROOFLINE_ALWAYS_INLINE
constexpr tensors<A..., B...> joined(const tensors<A...>& a, const tensors<B...>& b) {
    if constexpr (sizeof...(A) == 0)
        return b;
    else
        return {a.first, joined(a.rest, b)};
}
template<class First, class... Rest>
ROOFLINE_ALWAYS_INLINE
constexpr tensors<First, Rest...> prepended(const First& first, const tensors<Rest...>& rest) {
    return {first, rest};
}

/// An entry of this role and step. `entry` has neither.
template<role Role, int Step, class Entry>
constexpr auto entry_at(const Entry& entry) {
    if constexpr (same_value<Role, role::taken> && Step == 0)
        return entry;
    else
        return at_step<Role, Step, Entry>{entry};
}
/// The entry less role and step.
template<class Entry>
constexpr const Entry& inner(const Entry& entry) {
    return entry;
}
template<role Role, int Step, class Entry>
constexpr const Entry& inner(const at_step<Role, Step, Entry>& entry) {
    return entry.tensor;
}

/// Whether an operator writes a tensor of this type: as its result or beside it.
template<class T, class Result, class Inputs>
inline constexpr bool gives_tensor = false;
template<class T, class Result, class... Inputs>
inline constexpr bool gives_tensor<T, Result, tensors<Inputs...>> =
    std::is_same_v<T, Result> ||
    ((input_traits<Inputs>::what == role::left && std::is_same_v<T, tensor_of_input<Inputs>>) || ...);

/// Entries of an operator that runs `By` steps later, after one that gives Result and lists Inputs.
template<int By, class Result, class Inputs>
constexpr tensors<> later(const tensors<>&) {
    return {};
}
template<int By, class Result, class Inputs, class First, class... Rest>
constexpr auto later(const tensors<First, Rest...>& entries) {
    using traits = input_traits<First>;
    constexpr bool given = traits::what == role::taken && gives_tensor<typename traits::tensor, Result, Inputs>;
    return prepended(entry_at<(given ? role::passed : traits::what), traits::step + By>(inner(entries.first)),
                     later<By, Result, Inputs>(entries.rest));
}

/// Whether an entry of the last step may be the result, in place.
template<class Result, int Last, class Entry>
inline constexpr bool may_be_in_place = false;
template<class Result>
inline constexpr bool may_be_in_place<Result, 0, partly<Result>> = true;
template<class Result, int Last>
inline constexpr bool may_be_in_place<Result, Last, at_step<role::taken, Last, partly<Result>>> = true;
template<class Result, int Last>
inline constexpr bool may_be_in_place<Result, Last, at_step<role::passed, Last, partly<Result>>> = true;
template<class Result, int Last, class Inputs>
inline constexpr bool may_work_in_place = false;
template<class Result, int Last, class... Inputs>
inline constexpr bool may_work_in_place<Result, Last, tensors<Inputs...>> = (may_be_in_place<Result, Last, Inputs> || ...);

/// What the last step writes of its result: all, or what it touches of it.
template<int Last, class Result>
constexpr partly<Result> given_by(const Result& result, const tensors<>&) {
    return {result, footprint(result).value()};
}
template<int Last, class Result, class First, class... Rest>
constexpr partly<Result> given_by(const Result& result, const tensors<First, Rest...>& inputs) {
    if constexpr (may_be_in_place<Result, Last, First>) {
        const partly<Result>& entry = inner(inputs.first);
        if (entry.in_place && same_extents(result, entry.tensor)) return entry;
    }
    return given_by<Last>(result, inputs.rest);
}

template<class List>
inline constexpr int step_count = 0;
template<class... Steps>
inline constexpr int step_count<demands<Steps...>> = sizeof...(Steps);

/// The result of an operator as an entry.
template<class Op>
constexpr auto given_entry(const Op& op) {
    using traits = operation_traits<Op>;
    constexpr int last = step_count<typename traits::list> - 1;
    if constexpr (may_work_in_place<typename traits::result, last, typename traits::inputs>)
        return given_by<last>(op.result(), inputs_of(op));
    else
        return op.result();
}

/// The part that a producer worked on in place is read, and by its consumer the rest.
template<class T>
constexpr void read_rest(const T&, double, tensors<>&) {}
template<class T, class First, class... Rest>
constexpr void read_rest(const T& x, double bytes, tensors<First, Rest...>& inputs) {
    if constexpr (std::is_same_v<First, partly<T>>) {
        if (inputs.first.in_place && same_extents(x, inputs.first.tensor)) {
            inputs.first.bytes += bytes;
            inputs.first.in_place = false;
            return;
        }
    }
    read_rest(x, bytes, inputs.rest);
}

/// The result of a step that is not the last.
template<int Step, class Result>
constexpr auto left_behind(const Result& result) {
    if constexpr (std::is_same_v<Result, no_result>)
        return tensors<>{};
    else
        return tensors<at_step<role::left, Step, Result>>{{result}, {}};
}

template<class Step>
inline constexpr bool is_repeated = false;
template<class Step>
inline constexpr bool is_repeated<repeated<Step>> = true;

/// How often step `At` is launched: in the type as long as it is once.
template<int At, class Step, class... Rest>
constexpr auto launches(const demands<Step, Rest...>& list) {
    if constexpr (At > 0)
        return launches<At - 1>(list.rest);
    else if constexpr (is_repeated<Step>)
        return list.first.times;
    else
        return std::integral_constant<int, 1>{};
}

template<class Entry>
constexpr partly<Entry> counted(const Entry& entry, double bytes) {
    return {entry, bytes};
}
template<class Entry>
constexpr partly<Entry> counted(const partly<Entry>& entry, double bytes) {
    return {entry.tensor, bytes, entry.in_place};
}

/// The entries once all steps of the list are one: what is launched several times moves so much more.
template<class List>
constexpr tensors<> in_one_step(const List&, const tensors<>&) {
    return {};
}
template<class List, class First, class... Rest>
constexpr auto in_one_step(const List& list, const tensors<First, Rest...>& entries) {
    using traits = input_traits<First>;
    const auto times = launches<traits::step>(list);
    if constexpr (std::is_same_v<decltype(times), const double>)
        return prepended(entry_at<traits::what, 0>(counted(inner(entries.first), times * bytes_of_input(entries.first))),
                         in_one_step(list, entries.rest));
    else
        return prepended(entry_at<traits::what, 0>(inner(entries.first)), in_one_step(list, entries.rest));
}

/// What the launches of the last step write of the result, less `Less` of them.
template<int Less, class List, class Result>
constexpr auto writes_but(const List& list, const Result& result) {
    const auto times = launches<step_count<List> - 1>(list);
    if constexpr (std::is_same_v<Result, no_result>)
        return tensors<>{};
    else if constexpr (std::is_same_v<decltype(times), const double>)
        return left_behind<0>(counted(result, (times - Less) * bytes_of_input(result)));
    else if constexpr (Less == 0)
        return left_behind<0>(result);
    else
        return tensors<>{};
}

/// Where several run-time tensors have one type: each with its bytes, so that they can change places.
template<class T>
constexpr tensors<> all_counted(const tensors<>&) {
    return {};
}
template<class T, class First, class... Rest>
constexpr auto all_counted(const tensors<First, Rest...>& inputs) {
    if constexpr (takes_as<T, First>)
        return prepended(partly<T>{tensor_in(inputs.first), bytes_of_input(inputs.first), is_in_place(inputs.first)},
                         all_counted<T>(inputs.rest));
    else
        return prepended(inputs.first, all_counted<T>(inputs.rest));
}
template<class T>
constexpr void put_for(const T&, const partly<T>&, tensors<>&) {}
template<class T, class First, class... Rest>
constexpr void put_for(const T& x, const partly<T>& other, tensors<First, Rest...>& inputs) {
    if constexpr (takes_as<T, First>) {
        if (same_extents(x, tensor_in(inputs.first))) {
            inputs.first = other;
            return;
        }
    }
    put_for(x, other, inputs.rest);
}

/// The inputs of one step without x, of which one of them takes all.
template<class T>
constexpr tensors<> without(const T&, const tensors<>&) {
    return {};
}
template<class T, class First, class... Rest>
constexpr auto without(const T& x, const tensors<First, Rest...>& inputs) {
    if constexpr (!takes_as<T, First>) {
        return prepended(inputs.first, without(x, inputs.rest));
    } else if constexpr (has_dyn<T> && takes_tensor<T, tensors<Rest...>>) {
        auto rest = all_counted<T>(inputs.rest);
        if (!same_extents(x, tensor_in(inputs.first)))
            put_for(x, {tensor_in(inputs.first), bytes_of_input(inputs.first), is_in_place(inputs.first)}, rest);
        return rest;
    } else {
        return inputs.rest;
    }
}

template<class P, class C>
concept feeds = takes_tensor<typename operation_traits<P>::result, typename operation_traits<C>::inputs>;

template<class Tensor>
struct tensor_text;
template<class T, std::int64_t... E>
struct tensor_text<tensor<T, E...>> {
    static constexpr void append(sentence& text) {
        text.add("{} {}", {T::name, shape_view{static_extents<E...>, sizeof...(E)}});
    }
};
template<>
struct tensor_text<no_result> {
    static constexpr void append(sentence& text) { text.add("no stated tensor"); }
};

template<class Inputs>
struct inputs_text;
template<class... T>
struct inputs_text<tensors<T...>> {
    static constexpr void append(sentence& text) {
        bool first = true;
        ((input_traits<T>::what == role::taken
              ? void((text.add(first ? "" : ", "), tensor_text<tensor_of_input<T>>::append(text), first = false))
              : void()),
         ...);
        if (first) text.add("no stated tensor");
    }
};
template<class P, class C>
struct not_fed {
    static constexpr sentence value = [] {
        sentence text("the producer gives ");
        tensor_text<typename operation_traits<P>::result>::append(text);
        text.add("; the consumer takes ");
        inputs_text<typename operation_traits<C>::inputs>::append(text);
        return text;
    }();
};

}  // namespace roofline::detail
