// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/projection.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// Attention with n query heads and g heads of keys and values: multi-head where g = n, multi-query where g = 1.
struct grouped_query_attention {
    std::int64_t heads = 0;       // n
    std::int64_t kv_heads = 0;    // g
    std::int64_t head_size = 0;   // d
    std::int64_t rotary = 0;      // positions turn so many of each head; 0: learned positions
    std::int64_t window = 0;      // keys that a token attends to; 0: all before it
    bool qkv_bias = false;
    bool output_bias = false;
    bool qk_norm = false;         // a norm over each head of queries and keys
    bool sinks = false;           // a learned score for each head that no key has; its cost is not counted

    /// Calls f(class, K, N, copies).
    template<class F>
    constexpr void weights(std::int64_t hidden, F&& f) const {
        const std::int64_t qkv = (heads + 2 * kv_heads) * head_size;
        f(weight_class::attention, hidden, heads * head_size, 1);
        f(weight_class::attention, hidden, kv_heads * head_size, 2);
        f(weight_class::attention, heads * head_size, hidden, 1);
        f(weight_class::vector, 1, (qkv_bias ? qkv : 0) + (output_bias ? hidden : 0) + (qk_norm ? 2 * head_size : 0) + (sinks ? heads : 0), 1);
    }

    template<class Check>
    ROOFLINE_ALWAYS_INLINE
    constexpr void must_hold(Check& c) const {
        c.at_least("the number of query heads", heads, 1);
        c.at_least("the number of heads of keys and values", kv_heads, 1);
        c.multiple("the number of query heads", heads, "the number of heads of keys and values", kv_heads);
        c.at_least("the size of a head", head_size, 1);
        c.at_least("the number of rotated elements of a head", rotary, 0);
        c.multiple("the number of rotated elements of a head", rotary, "the two of a pair", 2);
        c.at_most("the number of rotated elements of a head", rotary, "the size of a head", head_size);
        c.at_least("the window", window, 0);
        if (window > 0 && c.extents.tree_pairs > 0)  // how far back a candidate sees depends on its depth
            c.at_most("the context in which a tree is verified", c.extents.context, "the window", window);
    }

    /// Bytes a layer and sequence: keys and values of `tokens`, or of as many as the window keeps.
    template<class T>
    constexpr double cache_bytes(std::int64_t tokens) const {
        const std::int64_t kept = window > 0 && window < tokens ? window : tokens;
        return footprint(detail::tensor_of<T>(kept, 2 * kv_heads, head_size)).value();
    }

    /// Calls f(name, operator) in the order of execution.
    template<class Plan, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void operators(const Plan& p, F&& f) const {
        using recipe = typename Plan::recipe;
        using residual = typename Plan::residual;
        using cached = typename recipe::kv_cache;
        const std::int64_t t = p.tokens(), n = heads, g = kv_heads, d = head_size;
        detail::convert<typename recipe::attention, residual>("attention_quantize", t, p.hidden, f);
        if constexpr (Plan::fusion::projections) {
            detail::project<typename recipe::attention, residual>("qkv_proj", t, p.hidden, (n + 2 * g) * d, qkv_bias, f);
        } else {
            detail::project<typename recipe::attention, residual>("q_proj", t, p.hidden, n * d, qkv_bias, f);
            detail::project<typename recipe::attention, residual>("k_proj", t, p.hidden, g * d, qkv_bias, f);
            detail::project<typename recipe::attention, residual>("v_proj", t, p.hidden, g * d, qkv_bias, f);
        }
        if (qk_norm) {
            f("q_norm", rms_norm(detail::tensor_of<residual>(t * n, d), detail::tensor_of<residual>(d)));
            f("k_norm", rms_norm(detail::tensor_of<residual>(t * g, d), detail::tensor_of<residual>(d)));
        }
        if (rotary > 0)
            f("rope", rope(detail::tensor_of<residual>(t, n, d), detail::tensor_of<residual>(t, g, d), roofline::rotary<dyn>(rotary)));
        f("kv_cache_append", detail::converted<cached>(detail::tensor_of<residual>(t, 2 * g, d)));  // (T,2g,d)
        const auto q = detail::tensor_of<residual>(p.batch, p.added, n, d);
        const auto kv = detail::tensor_of<cached>(p.batch, p.context, g, d);
        if constexpr (Plan::kind::tree)
            f("attention", detail::attend<recipe>(q, kv, tree_mask{p.added, p.tree_pairs}));
        else if (window > 0)
            f("attention", detail::attend<recipe>(q, kv, roofline::window<dyn>(window)));
        else
            f("attention", detail::attend<recipe>(q, kv, causal));
        detail::convert<typename recipe::attention, residual>("o_quantize", t, n * d, f);
        detail::project<typename recipe::attention, residual>("o_proj", t, n * d, p.hidden, output_bias, f);
    }
};

}  // namespace roofline
