// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/tensor/footprint.hpp>

/// The tensors that an operator lists, and how it moves them: by these operators chain, and a cache may hold them.
namespace roofline::inline ROOFLINE_ABI::detail {

// An entry of the list is a tensor, read whole, or one of these.

/// An input that is read with its blocks along the last axis but one, as a matmul reads its weight.
template<class T>
struct as_weight {
    T tensor;
};

/// An input of which only some is read, with the bytes that were counted for it: the keys in a window, routed experts,
/// gathered rows. The entry inside says how the whole would be read. In place: what is read is written back, and the rest
/// stays where it is, untouched, also where the tensor is the result.
template<class Entry>
struct partly {
    Entry tensor;
    double bytes = 0;
    bool in_place = false;
};

/// What a step has to do with a tensor.
enum class role {
    taken,   // reads it, and it comes from outside
    passed,  // reads it, and an earlier step wrote it
    left     // writes it, and it is not the result
};

/// An entry of another step than the first, or of another role than to be taken.
template<role Role, int Step, class Entry>
struct at_step {
    Entry tensor;
};
template<int Step, class Entry>
struct at_step_or_plain {
    using type = at_step<role::taken, Step, Entry>;
};
template<class Entry>
struct at_step_or_plain<0, Entry> {
    using type = Entry;
};

/// A tensor that an operator writes beside its result: the state of a recurrence.
template<class T>
using also_written = at_step<role::left, 0, T>;

/// Several entries by value. (Without no_unique_address: clang 16 crashes when it returns an aggregate with an empty member
/// that has it, and where all entries are empty they are not stored at all.)
template<class... T>
struct tensors {};
template<class First, class... Rest>
struct tensors<First, Rest...> {
    First first;
    tensors<Rest...> rest;
};

/// Whether an entry has something to store: an extent, or the bytes of a part.
template<class Entry>
inline constexpr bool has_dyn_input = has_dyn<Entry>;
template<class T>
inline constexpr bool has_dyn_input<as_weight<T>> = has_dyn<T>;
template<class Entry>
inline constexpr bool has_dyn_input<partly<Entry>> = true;
template<role Role, int Step, class Entry>
inline constexpr bool has_dyn_input<at_step<Role, Step, Entry>> = has_dyn_input<Entry>;

/// The tensor of an entry, its role and its step; `entry` is the entry less these two.
template<class Entry>
struct input_traits {
    using tensor = Entry;
    using entry = Entry;
    static constexpr role what = role::taken;
    static constexpr int step = 0;
};
template<class T>
struct input_traits<as_weight<T>> : input_traits<T> {
    using entry = as_weight<T>;
};
template<class Entry>
struct input_traits<partly<Entry>> : input_traits<Entry> {
    using entry = partly<Entry>;
};
template<role Role, int Step, class Entry>
struct input_traits<at_step<Role, Step, Entry>> : input_traits<Entry> {
    using entry = Entry;
    static constexpr role what = Role;
    static constexpr int step = Step;
};
template<class Entry>
using tensor_of_input = typename input_traits<Entry>::tensor;

template<class T, std::int64_t... E>
constexpr const tensor<T, E...>& tensor_in(const tensor<T, E...>& entry) {
    return entry;
}
template<class Entry>
constexpr const tensor_of_input<Entry>& tensor_in(const Entry& entry) {
    return tensor_in(entry.tensor);
}

/// The bytes that an entry moves.
template<class T, std::int64_t... E>
constexpr double bytes_of_input(const tensor<T, E...>& entry) {
    return footprint(entry).value();
}
template<class T>
constexpr double bytes_of_input(const as_weight<T>& entry) {
    return weight_footprint(entry.tensor).value();
}
template<class Entry>
constexpr double bytes_of_input(const partly<Entry>& entry) {
    return entry.bytes;
}
template<role Role, int Step, class Entry>
constexpr double bytes_of_input(const at_step<Role, Step, Entry>& entry) {
    return bytes_of_input(entry.tensor);
}

/// Whether an entry is of this tensor type and comes from outside.
template<class T, class Entry>
inline constexpr bool takes_as = input_traits<Entry>::what == role::taken && std::is_same_v<T, tensor_of_input<Entry>>;

}  // namespace roofline::detail
