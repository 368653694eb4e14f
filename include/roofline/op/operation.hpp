// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/input.hpp>
#include <roofline/op/lists.hpp>

/// An operator: its demands, and the tensors it takes and gives, by which operators chain.
namespace roofline::inline ROOFLINE_ABI {

/// In place of a result: an operator that was stated by its demands alone.
struct no_result {};

namespace detail {

struct operation_base {};

}  // namespace detail

/// With extents in its types, an operator stores nothing but its demands.
template<class List, class Result, class... Inputs>
struct operation : List, detail::operation_base {
    /// The tensor it writes.
    constexpr auto result() const { return Result{}; }
};

/// With an extent known at run time it stores its tensors, too.
template<class List, class Result, class... Inputs>
struct runtime_operation : List, detail::operation_base {
    Result output;
    detail::tensors<Inputs...> inputs;
    constexpr Result result() const { return output; }
};

namespace detail {
/// A tensor, an operator, or what was refused before. (A disjunction of concepts stops at the first that holds.)
template<class T>
concept one_of_ours = is_tensor<T> || is_poison<T> || std::derived_from<T, operation_base>;
/// Whether a call means this library: one argument at least is ours. Names such as add and copy are also those of functions
/// that stand beside `using namespace roofline`.
template<class... T>
concept ours = (one_of_ours<T> || ...);
}  // namespace detail

/// Any operator: what sequence, fuse, overlap and repeat make is one, too.
template<class Op>
concept operator_like = std::derived_from<Op, detail::operation_base>;

namespace detail {

/// What an operator is made of. Nothing is known of an any_operator.
template<class Op>
struct operation_traits {};
template<class List, class Result, class... Inputs>
struct operation_traits<operation<List, Result, Inputs...>> {
    using list = List;
    using result = Result;
    using inputs = tensors<Inputs...>;
};
template<class List, class Result, class... Inputs>
struct operation_traits<runtime_operation<List, Result, Inputs...>> {
    using list = List;
    using result = Result;
    using inputs = tensors<Inputs...>;
};

}  // namespace detail

/// An operator whose demands stand in its type.
template<class Op>
concept typed_operator = operator_like<Op> && requires { typename detail::operation_traits<Op>::list; };

namespace detail {

/// The tensors that an operator lists: those that it stores, or made anew where its type says all of them. One function for
/// every class of operators, because a qualified call in a template does not find overloads that are declared behind it.
template<class Op>
constexpr decltype(auto) inputs_of(const Op& op) {
    if constexpr (requires { op.inputs; })
        return (op.inputs);
    else
        return typename operation_traits<Op>::inputs{};
}

template<class Op>
constexpr const typename operation_traits<Op>::list& list_of(const Op& op) {
    return op;
}

/// The operation of these demands and tensors, of the leaner kind where it can be.
template<class List, class Result, class... Inputs>
ROOFLINE_ALWAYS_INLINE
constexpr auto make_operation(const List& list, const Result& result, const tensors<Inputs...>& inputs) {
    if constexpr (has_dyn<Result> || (has_dyn_input<Inputs> || ...))
        return runtime_operation<List, Result, Inputs...>{list, {}, result, inputs};
    else
        return operation<List, Result, Inputs...>{list, {}};
}

}  // namespace detail
}  // namespace roofline
