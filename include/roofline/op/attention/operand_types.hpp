// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/operands.hpp>
#include <roofline/op/product/math.hpp>

/// The operands of the family by their types: the math of their formats, and what is wrong with static shapes.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

template<class Tensor>
struct operand_type;
template<class T, std::int64_t... E>
struct operand_type<tensor<T, E...>> {
    using format = T;
    static constexpr shape_view shape{static_extents<E...>, sizeof...(E)};
};
template<class Tensor>
using format_of_operand = typename operand_type<Tensor>::format;

/// The math of the first format with each of the others in turn.
template<class First, class... Rest>
struct math_of_all {
    using type = typename First::math;
};
template<class First, class Next, class... Rest>
struct math_of_all<First, Next, Rest...> {
    using both = typename common_math<First, Next>::type;
    using type = typename math_of_all<both, Rest...>::type;
};
template<class... Rest>
struct math_of_all<void, Rest...> {
    using type = void;
};
template<class Next, class... Rest>
struct math_of_all<void, Next, Rest...> {
    using type = void;
};

template<attention_form Form, class... T>
struct math_of_form : math_of_all<T...> {};
template<class Q, class K, class W>
struct math_of_form<attention_form::indexer, Q, K, W> : math_of_all<Q, K> {};

template<class Math>
struct attention_engine {
    using type = matrix_math<Math>;
};
template<>
struct attention_engine<void> {
    using type = void;
};

template<class... T>
struct no_math_of_all {
    static constexpr sentence value = [] {
        sentence text = "the operands multiply in";
        (text.add(" {}", {T::math::name}), ...);
        return text.add(", of which two are equally wide and different; say which with math<>");
    }();
};

/// q must stand for real numbers; keys and values may be integers that the kernel converts, but no indices.
template<class Q, class... Rest>
inline constexpr bool attended = !is_integer<Q> && !(is_index<Rest> || ...);
template<class Q, class... Rest>
struct not_attended {
    static constexpr sentence value = [] {
        sentence text("the operands are {}", {Q::name});
        (text.add(" {}", {Rest::name}), ...);
        return text.add("; q must not be an integer, keys and values not i32 or i64");
    }();
};

/// (The name is no part of it: nvcc does not deduce strings.)
template<attention_form Form, class Default, class Tensors, class... Options>
struct static_attention;
template<attention_form Form, class Default, class... T, class... Options>
struct static_attention<Form, Default, tensors<T...>, Options...> {
    static constexpr attention_operands operands{
        {}, Form, sizeof...(T), {operand_type<T>::shape...}, {&format_of_operand<T>::storage...}};
    static constexpr bool refused = static_cast<bool>(complaint_of(operands, policy_of_types<Default, Options...>()));
};
/// The scores as a tensor: an extent is static where any operand says it.
template<class Format, class Attention>
struct scores_of {
    static constexpr attention_problem problem = problem_of(Attention::operands, {});
    using type = tensor<Format, problem.b, problem.n, problem.s, problem.keys>;  // (b,n,s,S)
};
template<diagnostic::text Name, class Attention, class Default, class... Options>
struct static_attention_fault {
    static constexpr sentence value = [] {
        attention_operands operands = Attention::operands;
        operands.name = Name.view();
        return attention_sentence(operands, policy_of_types<Default, Options...>());
    }();
};

}  // namespace roofline::detail::attending
