// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/same_value.hpp>
#include <roofline/op/elementwise/engine.hpp>
#include <roofline/op/experts/routing.hpp>

/// What the routers of a mixture of experts have in common: a score for each expert, of which the best k are taken.
namespace roofline::inline ROOFLINE_ABI {

struct expert_group_count {
    static constexpr std::string_view name = "the number of expert groups"sv;
    static constexpr std::int64_t least = 1;
};
struct kept_group_count {
    static constexpr std::string_view name = "the number of kept groups"sv;
    static constexpr std::int64_t least = 1;
};
/// Groups that the experts stand in, by node: expert_groups<8>, expert_groups<dyn>(n).
template<std::int64_t N>
inline constexpr count<expert_group_count, N> expert_groups{};
/// Groups that a token may choose its experts from.
template<std::int64_t N>
inline constexpr count<kept_group_count, N> kept_groups{};

struct renormalized_option {};
/// The k weights of a token are divided by their sum.
inline constexpr renormalized_option renormalized{};

namespace detail {

enum class score { softmax, sigmoid, grouped_sigmoid };

/// What is asked of a router; dyn is not yet known. Without groups there is one, and it is kept.
struct router_case {
    std::int64_t tokens, experts, k;
    std::int64_t groups = 1, kept = 1;
    std::int64_t biases = dyn;
};
enum class router_fault { none, bias, divide, lone, kept, k };

template<class... Extents>
constexpr bool are_known(Extents... extents) {
    return ((extents != dyn) && ...);
}
constexpr router_fault router_fault_of(const router_case& c, bool grouped) {
    if (are_known(c.biases, c.experts) && c.biases != c.experts) return router_fault::bias;
    if (grouped && are_known(c.experts, c.groups) && c.experts % c.groups != 0) return router_fault::divide;
    if (grouped && are_known(c.experts, c.groups) && c.experts / c.groups < 2) return router_fault::lone;
    if (are_known(c.kept, c.groups) && c.kept > c.groups) return router_fault::kept;
    if (are_known(c.experts, c.groups, c.kept, c.k) && c.k > c.kept * (c.experts / c.groups)) return router_fault::k;
    return router_fault::none;
}
constexpr sentence router_sentence(std::string_view name, const router_case& c, bool grouped) {
    const std::int64_t x[] = {c.tokens, c.experts};
    sentence text("{} of {}: ", {name, shape_view{x, 2}});
    switch (router_fault_of(c, grouped)) {
    case router_fault::none: break;
    case router_fault::bias: text.add("the bias has {} elements and must have one for each expert", {c.biases}); break;
    case router_fault::divide: text.add("{} experts do not divide into {} groups", {c.experts, c.groups}); break;
    case router_fault::lone: text.add("{} groups leave one expert each; a group is scored by its best two", {c.groups}); break;
    case router_fault::kept: text.add("{} groups are kept and there are {}", {c.kept, c.groups}); break;
    case router_fault::k:
        text.add("k is {} and there are {} experts to choose from", {c.k, c.kept * (c.experts / c.groups)});
        break;
    }
    return text;
}
[[noreturn]] inline void the_experts_and_groups_of_a_router_must_agree(const sentence& why) { throw_shape_error(why); }

/// Operations of one token. Selecting k of n is k passes over n, a comparison each.
struct router_cost {
    std::int64_t vector, exp2, reciprocal;
};
constexpr router_cost cost_of(score kind, const router_case& c, bool renormalize) {
    const std::int64_t e = c.experts;
    const std::int64_t chosen = c.k * c.kept * (e / c.groups) + (renormalize ? 2 * c.k : 0);
    switch (kind) {
    case score::softmax: return {4 * e + chosen, e, 1 + (renormalize ? 1 : 0)};
    case score::sigmoid: return {e + chosen, e, e + (renormalize ? 1 : 0)};
    case score::grouped_sigmoid: break;
    }
    // One plus the exponential, the bias, two passes for the best two of each group and their sum, the passes for the
    // groups; the scale.
    return {4 * e + c.groups + c.kept * c.groups + chosen + c.k, e, e + 1};
}

template<diagnostic::text Name, bool Grouped, class Static>
struct static_router_fault {
    static constexpr sentence value = router_sentence(Name.view(), Static::asked, Grouped);
};
template<bool Grouped, class X, class B, class... Options>
struct static_router;
template<bool Grouped, class T, std::int64_t Rows, std::int64_t E, class U, std::int64_t N, class... Options>
struct static_router<Grouped, tensor<T, Rows, E>, tensor<U, N>, Options...> {
    static constexpr router_case asked{Rows,
                                       E,
                                       static_count<top_k_count, Options...>,
                                       Grouped ? static_count<expert_group_count, Options...> : 1,
                                       Grouped ? static_count<kept_group_count, Options...> : 1,
                                       Grouped ? N : dyn};
};

template<bool Grouped, class Option>
inline constexpr bool is_router_option =
    is_option<Option> || counts<top_k_count, Option> ||
    (Grouped ? counts<expert_group_count, Option> || counts<kept_group_count, Option>
             : std::is_same_v<Option, renormalized_option>);

template<class What, class... Options>
inline constexpr bool told = (counts<What, Options> || ...);

template<class T>
struct router_format {
    static constexpr sentence value = not_real<T>::value;
};

/// (T,E) -> (T,k), with a bias of E where the router has one.
template<diagnostic::text Name, score Kind, class T, std::int64_t Rows, std::int64_t E, class Bias, class... Options>
constexpr auto routed(const tensor<T, Rows, E>& scores, const Bias& bias, const Options&... options) {
    using xs = tensor<T, Rows, E>;
    constexpr bool grouped = same_value<Kind, score::grouped_sigmoid>;
    using asked = static_router<grouped, xs, Bias, Options...>;
    if constexpr (!(is_router_option<grouped, Options> && ...)) {
        static_assert((is_router_option<grouped, Options> && ...),
                      "a router takes top_k<>, out<>, math<>, on<>; and renormalized, or in groups expert_groups<> and "
                      "kept_groups<>");
        return poison{};
    } else if constexpr (!given_once<Options...>) {
        return refuse_repeated<given_once<Options...>>();
    } else if constexpr (!told<top_k_count, Options...> ||
                         (grouped && !told<expert_group_count, Options...>) ||
                         (grouped && !told<kept_group_count, Options...>)) {
        static_assert(sizeof...(Options) == ~std::size_t{0},
                      "a router is told how many experts to take, top_k<k>; in groups also expert_groups<n> and "
                      "kept_groups<m>");
        return poison{};
    } else if constexpr ((refused_count<Options> || ...)) {
        (static_cast<void>(refuse_count<Options>{}), ...);
        return poison{};
    } else if constexpr (!real_dtype<T>) {
        static_assert(diagnostic::accepted<diagnostic::refused<router_format<T>>>,
                      "a router cannot take this number format");
        return poison{};
    } else if constexpr (router_fault_of(asked::asked, grouped) != router_fault::none) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_router_fault<Name, grouped, asked>>>,
                      "a router cannot take so many experts of these");
        return poison{};
    } else {
        const shape_view shape = shape_of(scores);
        const router_case c{shape[0],
                            shape[1],
                            count_among<top_k_count>(0, options...),
                            count_among<expert_group_count>(1, options...),
                            count_among<kept_group_count>(1, options...),
                            grouped ? shape_of(bias)[0] : dyn};
        if (router_fault_of(c, grouped) != router_fault::none)
            the_experts_and_groups_of_a_router_must_agree(router_sentence(Name.view(), c, grouped));
        constexpr std::int64_t k = static_count<top_k_count, Options...>;
        const std::int64_t extents[] = {c.tokens, c.k};
        const auto weights = tensor_with<tensor<typename out_or<fp32, Options...>::type, Rows, k>>({extents, 2});
        const auto ids = tensor_with<tensor<i32, Rows, k>>({extents, 2});
        const router_cost cost = cost_of(Kind, c, (std::is_same_v<Options, renormalized_option> || ...) || grouped);
        const double rows = static_cast<double>(c.tokens);
        using list = demands<step<elementwise_engine<Options...>, special_math<special::exp2>,
                                  special_math<special::reciprocal>, memory<dram>>>;
        const list all{{{{rows * static_cast<double>(cost.vector), 0},
                         {rows * static_cast<double>(cost.exp2), 0},
                         {rows * static_cast<double>(cost.reciprocal), 0},
                         moved(bits_of(scores) + (grouped ? bits_of(bias) : 0), bits_of(weights) + bits_of(ids))}}};
        using beside = also_written<std::remove_const_t<decltype(ids)>>;
        if constexpr (grouped)
            return make_operation(all, weights, tensors<xs, Bias, beside>{scores, {bias, {{ids}, {}}}});
        else
            return make_operation(all, weights, tensors<xs, beside>{scores, {{ids}, {}}});
    }
}

}  // namespace detail

/// The i32 ids that a router writes beside its result, the weights (T,k).
template<class T, std::int64_t Rows, std::int64_t K>
constexpr tensor<i32, Rows, K> expert_ids(const tensor<T, Rows, K>& weights) {
    return detail::tensor_with<tensor<i32, Rows, K>>(detail::shape_of(weights));
}

}  // namespace roofline
