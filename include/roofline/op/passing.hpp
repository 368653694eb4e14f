// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/operation.hpp>
#include <roofline/tensor/footprint.hpp>

/// Tensors that pass from one operator to the next.
namespace roofline::detail {

template<class T>
struct tensor_of_input {
    using type = T;
};
template<class T>
struct tensor_of_input<as_weight<T>> {
    using type = T;
};

template<class T, class Inputs>
inline constexpr bool takes_tensor = false;
template<class T, class... Inputs>
inline constexpr bool takes_tensor<T, tensors<Inputs...>> = (std::is_same_v<T, typename tensor_of_input<Inputs>::type> || ...);

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
    if constexpr (std::is_same_v<T, First>) {
        if (same_extents(x, inputs.first)) return footprint(x).value();
    } else if constexpr (std::is_same_v<as_weight<T>, First>) {
        if (same_extents(x, inputs.first.tensor)) return weight_footprint(x).value();
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
/// The inputs without the first of type T.
template<class T>
constexpr tensors<> without(const tensors<>&) {
    return {};
}
template<class T, class First, class... Rest>
constexpr auto without(const tensors<First, Rest...>& inputs) {
    if constexpr (std::is_same_v<T, typename tensor_of_input<First>::type>)
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
template<class T>
struct tensor_text<as_weight<T>> : tensor_text<T> {};
template<>
struct tensor_text<no_result> {
    static constexpr void append(sentence& text) { text << "no stated tensor"; }
};

template<class Inputs>
struct inputs_text;
template<class... T>
struct inputs_text<tensors<T...>> {
    static constexpr void append(sentence& text) {
        if constexpr (sizeof...(T) == 0) {
            text << "no stated tensor";
        } else {
            bool first = true;
            ((text << (first ? "" : ", "), tensor_text<T>::append(text), first = false), ...);
        }
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
