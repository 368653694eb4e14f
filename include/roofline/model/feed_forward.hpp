// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/projection.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// Activations of a feed-forward block: gated ones multiply with a second projection.
namespace activation {

struct swiglu {
    static constexpr std::string_view name = "silu_and_mul"sv;
    static constexpr bool gated = true;
    template<class X>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(const X& x) {
        return roofline::silu_and_mul(x);
    }
};
struct geglu {
    static constexpr std::string_view name = "gelu_and_mul"sv;
    static constexpr bool gated = true;
    template<class X>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(const X& x) {
        return roofline::gelu_and_mul(x);
    }
};
struct gelu {
    static constexpr std::string_view name = "gelu"sv;
    static constexpr bool gated = false;
    template<class X>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(const X& x) {
        return roofline::gelu(x);
    }
};
struct relu {
    static constexpr std::string_view name = "relu"sv;
    static constexpr bool gated = false;
    template<class X>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(const X& x) {
        return roofline::relu(x);
    }
};

}  // namespace activation

namespace detail {

/// What a multilayer perceptron of width i runs: used densely, for shared experts, and in its prefix for routed ones.
template<class Activation, class Precision, class Plan, class F>
ROOFLINE_ALWAYS_INLINE
constexpr void perceptron(const Plan& p, std::int64_t i, bool biased, std::string_view quantize_name, std::string_view up_name,
                          std::string_view gate_name, std::string_view activation_name, std::string_view down_quantize_name,
                          std::string_view down_name, F&& f) {
    using residual = typename Plan::residual;
    const std::int64_t t = p.tokens();
    convert<Precision, residual>(quantize_name, t, p.hidden, f);
    if constexpr (Activation::gated && Plan::fusion::projections) {
        project<Precision, residual>(gate_name, t, p.hidden, 2 * i, f);
    } else {
        if constexpr (Activation::gated) project<Precision, residual>("gate_proj", t, p.hidden, i, f);
        if constexpr (Activation::gated)
            project<Precision, residual>(up_name, t, p.hidden, i, f);
        else
            project<Precision, residual>(up_name, t, p.hidden, i, biased, f);
    }
    f(activation_name, Activation::on(tensor_of<residual>(t, Activation::gated ? 2 * i : i)));
    convert<Precision, residual>(down_quantize_name, t, i, f);
    if constexpr (Activation::gated)
        project<Precision, residual>(down_name, t, i, p.hidden, f);
    else
        project<Precision, residual>(down_name, t, i, p.hidden, biased, f);
}

}  // namespace detail

/// Of layers that are a mixer and nothing else: one norm a layer.
struct no_feed_forward {
    static constexpr bool absent = true;
    template<class F>
    constexpr void weights(std::int64_t, F&&) const {}
    template<class Plan, class F>
    constexpr void operators(const Plan&, F&&) const {}
};

/// A dense feed-forward block: up (and gate), activation, down.
template<class Activation>
struct feed_forward {
    std::int64_t intermediate = 0;
    bool bias = false;  // of ungated blocks

    template<class F>
    constexpr void weights(std::int64_t hidden, F&& f) const {
        f(weight_class::feed_forward, hidden, intermediate, Activation::gated ? 2 : 1);
        f(weight_class::feed_forward, intermediate, hidden, 1);
        f(weight_class::vector, 1, bias ? intermediate + hidden : 0, 1);
    }

    template<class Check>
    ROOFLINE_ALWAYS_INLINE
    constexpr void must_hold(Check& c) const {
        c.at_least("the width of the feed-forward block", intermediate, 1);
    }

    template<class Plan, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void operators(const Plan& p, F&& f) const {
        detail::perceptron<Activation, typename Plan::recipe::feed_forward>(
            p, intermediate, bias, "mlp_quantize", "up_proj", "gate_up_proj", Activation::name, "down_quantize", "down_proj", f);
    }
};

}  // namespace roofline
