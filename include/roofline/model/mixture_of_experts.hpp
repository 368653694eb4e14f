// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/feed_forward.hpp>
#include <roofline/op/experts.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// How a router picks experts.
struct softmax_router {
    template<class X, class K>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(const X& scores, const K& k, std::int64_t, std::int64_t) {
        return top_k_softmax(scores, k);
    }
    static constexpr bool biased = false;        // what picks experts is the score and a bias
    static constexpr bool product_bias = false;  // the scores are x w + bias
};
struct biased_softmax_router : softmax_router {
    static constexpr bool product_bias = true;
};
/// DeepSeek-V3's: sigmoid scores with a bias, the best of the best groups.
struct grouped_sigmoid_router {
    template<class X, class K>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(const X& scores, const K& k, std::int64_t groups, std::int64_t kept) {
        return grouped_top_k(scores, detail::tensor_of<fp32>(scores.extents[1]), k, expert_groups<dyn>(groups), kept_groups<dyn>(kept));
    }
    static constexpr bool biased = true;
    static constexpr bool product_bias = false;
};

/// A mixture of gated experts, with shared ones beside that every token passes.
template<class Activation, class Router>
struct mixture_of_experts {
    std::int64_t experts = 0;              // E
    std::int64_t per_token = 0;            // k
    std::int64_t intermediate = 0;         // of one expert
    std::int64_t shared_intermediate = 0;  // of all shared experts together; 0: there are none
    std::int64_t groups = 1;               // of experts that the router weighs first
    std::int64_t kept_groups = 1;
    bool expert_bias = false;              // of both products of an expert; the traffic of it is not counted

    template<class F>
    constexpr void weights(std::int64_t hidden, F&& f) const {
        f(weight_class::router, hidden, experts, 1);
        f(weight_class::vector, 1, (Router::biased ? experts : 0) + (Router::product_bias ? experts : 0), 1);
        f(weight_class::vector, 1, expert_bias ? experts * (2 * intermediate + hidden) : 0, 1);
        f(weight_class::expert, hidden, intermediate, 2 * experts);
        f(weight_class::expert, intermediate, hidden, experts);
        f(weight_class::shared_expert, hidden, shared_intermediate, 2);
        f(weight_class::shared_expert, shared_intermediate, hidden, 1);
    }

    template<class Check>
    ROOFLINE_ALWAYS_INLINE
    constexpr void must_hold(Check& c) const {
        c.at_least("the number of experts", experts, 1);
        c.at_least("the number of experts that a token passes", per_token, 1);
        c.at_most("the number of experts that a token passes", per_token, "the number of experts", experts);
        c.at_least("the width of an expert", intermediate, 1);
        c.at_least("the width of the shared experts", shared_intermediate, 0);
        c.at_least("the number of groups of experts", groups, 1);
        c.multiple("the number of experts", experts, "the number of their groups", groups);
        c.at_least("the number of groups that are kept", kept_groups, 1);
        c.at_most("the number of groups that are kept", kept_groups, "the number of groups of experts", groups);
        if (groups >= 1)
            c.at_most("the number of experts that a token passes", per_token, "the number in the groups that are kept",
                      experts / groups * kept_groups);
    }

    template<class Plan, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void operators(const Plan& p, F&& f) const {
        using recipe = typename Plan::recipe;
        using residual = typename Plan::residual;
        using routed = typename recipe::experts;
        const std::int64_t t = p.tokens(), rows = t * per_token, h = p.hidden, i = intermediate;
        const auto k = top_k<dyn>(per_token);

        detail::convert<typename recipe::router, residual>("router_quantize", t, h, f);
        if constexpr (Router::product_bias)
            detail::project<typename recipe::router, fp32>("router", t, h, experts, true, f);
        else
            detail::project<typename recipe::router, fp32>("router", t, h, experts, f);
        f("route", Router::on(detail::tensor_of<fp32>(t, experts), k, groups, kept_groups));
        detail::convert<routed, residual>("experts_quantize", t, h, f);
        f("permute", permute(detail::tensor_of<typename routed::activations>(t, h), k));  // (T,h) -> (T k,h)
        const auto each = [&](std::string_view name, std::int64_t in, std::int64_t columns) {
            const auto x = detail::tensor_of<typename routed::activations>(rows, in);
            const auto w = detail::tensor_of<typename routed::weights>(experts, in, columns);
            if constexpr (std::is_void_v<typename routed::math>)
                f(name, grouped_matmul(x, w, k, p.distinct, out<residual>));
            else
                f(name, grouped_matmul(x, w, k, p.distinct, out<residual>, math<typename routed::math>));
        };
        each("experts_gate_up", h, 2 * i);
        f("experts_activation", Activation::on(detail::tensor_of<residual>(rows, 2 * i)));
        detail::convert<routed, residual>("experts_down_quantize", rows, i, f);
        each("experts_down", i, h);
        f("combine", combine(detail::tensor_of<residual>(rows, h), detail::tensor_of<fp32>(t, per_token)));  // -> (T,h)
        if (shared_intermediate > 0) {
            detail::perceptron<Activation, typename recipe::shared_experts>(
                p, shared_intermediate, false, "shared_quantize", "shared_up", "shared_gate_up", "shared_activation",
                "shared_down_quantize", "shared_down", f);
            f("shared_add", add(detail::tensor_of<residual>(t, h), detail::tensor_of<residual>(t, h)));
        }
    }
};

}  // namespace roofline
