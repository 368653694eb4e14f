// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/operation.hpp>

/// Tensors that pass from one operator to the next.
namespace roofline::detail {

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

/// Bytes that one of the inputs reads of this very tensor, by type and extents; less than zero where none does.
template<class T>
constexpr double bytes_read(const T&, const tensors<>&) {
    return -1;
}
template<class T, class First, class... Rest>
constexpr double bytes_read(const T& x, const tensors<First, Rest...>& inputs) {
    if constexpr (takes_as<T, First>) {
        if (same_extents(x, tensor_in(inputs.first))) return bytes_of_input(inputs.first);
    }
    return bytes_read(x, inputs.rest);
}

template<class... A, class... B>
constexpr tensors<A..., B...> joined(const tensors<A...>& a, const tensors<B...>& b) {
    if constexpr (sizeof...(A) == 0)
        return b;
    else
        return {a.first, joined(a.rest, b)};
}
/// The inputs without the first that is taken as a T.
template<class T>
constexpr tensors<> without(const tensors<>&) {
    return {};
}
template<class T, class First, class... Rest>
constexpr auto without(const tensors<First, Rest...>& inputs) {
    if constexpr (takes_as<T, First>)
        return inputs.rest;
    else
        return joined(tensors<First>{inputs.first, {}}, without<T>(inputs.rest));
}

template<class P, class C>
concept feeds = takes_tensor<typename operation_traits<P>::result, typename operation_traits<C>::inputs>;

template<class Tensor>
struct tensor_text;
template<class T, std::int64_t... E>
struct tensor_text<tensor<T, E...>> {
    static constexpr void append(sentence& text) {
        text << T::name << " " << shape_view{static_extents<E...>, sizeof...(E)};
    }
};
template<>
struct tensor_text<no_result> {
    static constexpr void append(sentence& text) { text << "no stated tensor"; }
};

template<class Inputs>
struct inputs_text;
template<class... T>
struct inputs_text<tensors<T...>> {
    static constexpr void append(sentence& text) {
        bool first = true;
        ((input_traits<T>::what == role::taken
              ? void((text << (first ? "" : ", "), tensor_text<tensor_of_input<T>>::append(text), first = false))
              : void()),
         ...);
        if (first) text << "no stated tensor";
    }
};
template<class P, class C>
struct not_fed {
    static constexpr sentence value = [] {
        sentence text;
        text << "the producer gives ";
        tensor_text<typename operation_traits<P>::result>::append(text);
        text << "; the consumer takes ";
        inputs_text<typename operation_traits<C>::inputs>::append(text);
        return text;
    }();
};

}  // namespace roofline::detail
