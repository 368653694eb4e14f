// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/projection.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// Multi-head latent attention (DeepSeek-V2, arXiv 2405.04434): keys and values are kept as one latent of rank r and a
/// rope key of size p for all heads. A prefill expands them; decoding moves the queries into the latent space.
template<std::int64_t KvRank>
struct latent_attention {
    static constexpr std::int64_t kv_rank = KvRank;  // r
    std::int64_t heads = 0;                          // n
    std::int64_t q_rank = 0;                         // of the queries; 0: they are projected at once
    std::int64_t nope = 0;                           // of a head of queries and keys, without positions
    std::int64_t rope_size = 0;                      // p, with positions
    std::int64_t value = 0;                          // of a head

    template<class F>
    constexpr void weights(std::int64_t hidden, F&& f) const {
        f(weight_class::attention, hidden, q_rank + kv_rank + rope_size, 1);
        f(weight_class::vector, 1, q_rank + kv_rank, 1);
        f(weight_class::attention, q_rank > 0 ? q_rank : hidden, heads * (nope + rope_size), 1);
        f(weight_class::absorbed, kv_rank, heads * (nope + value), 1);
        f(weight_class::attention, heads * value, hidden, 1);
    }

    template<class Check>
    ROOFLINE_ALWAYS_INLINE
    constexpr void must_hold(Check& c) const {
        c.at_least("the rank of the latents", kv_rank, 1);
        c.at_least("the number of heads", heads, 1);
        c.at_least("the rank of the queries", q_rank, 0);
        c.at_least("the part of a head without positions", nope, 1);
        c.at_least("the part of a head with positions", rope_size, 2);
        c.multiple("the part of a head with positions", rope_size, "the two of a pair", 2);
        c.at_least("the size of a value", value, 1);
    }

    template<class T>
    constexpr double cache_bytes(std::int64_t tokens) const {
        return footprint(detail::tensor_of<T>(tokens, kv_rank + rope_size)).value();
    }

    template<class Plan, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void operators(const Plan& p, F&& f) const {
        using recipe = typename Plan::recipe;
        using residual = typename Plan::residual;
        using projected = typename recipe::attention;
        const std::int64_t t = p.tokens(), n = heads, latent_size = kv_rank + rope_size;
        detail::convert<projected, residual>("attention_quantize", t, p.hidden, f);
        if (q_rank > 0) {
            detail::project<projected, residual>("fused_qkv_a_proj", t, p.hidden, q_rank + latent_size, f);
            f("q_a_norm", rms_norm(detail::tensor_of<residual>(t, q_rank), detail::tensor_of<residual>(q_rank)));
        } else {
            detail::project<projected, residual>("q_proj", t, p.hidden, n * (nope + rope_size), f);
            detail::project<projected, residual>("kv_a_proj", t, p.hidden, latent_size, f);
        }
        f("kv_a_norm", rms_norm(detail::tensor_of<residual>(t, kv_rank), detail::tensor_of<residual>(kv_rank)));
        if (q_rank > 0) {
            detail::convert<projected, residual>("q_b_quantize", t, q_rank, f);
            detail::project<projected, residual>("q_b_proj", t, q_rank, n * (nope + rope_size), f);
        }
        f("rope", rope(detail::tensor_of<residual>(t, n, rope_size), detail::tensor_of<residual>(t, 1, rope_size)));
        f("kv_cache_append", detail::converted<typename recipe::kv_cache>(detail::tensor_of<residual>(t, latent_size)));
        if constexpr (Plan::kind::absorbed)
            absorbed_attention(p, f);
        else
            expanded_attention(p, f);
        detail::convert<projected, residual>("o_quantize", t, n * value, f);
        detail::project<projected, residual>("o_proj", t, n * value, p.hidden, f);
    }

private:
    template<class Plan, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void expanded_attention(const Plan& p, F&& f) const {
        using residual = typename Plan::residual;
        using expanding = typename Plan::recipe::absorbed;
        const std::int64_t keys = p.batch * p.context;  // those of a cached prefix are expanded anew
        detail::convert<expanding, residual>("kv_b_quantize", keys, kv_rank, f);
        detail::project<expanding, residual>("kv_b_proj", keys, kv_rank, heads * (nope + value), f);
        f("attention", mla_prefill(detail::tensor_of<residual>(p.batch, p.added, heads, nope + rope_size),
                                   detail::tensor_of<residual>(p.batch, p.context, heads, nope),
                                   detail::tensor_of<residual>(p.batch, p.context, rope_size),
                                   detail::tensor_of<residual>(p.batch, p.context, heads, value)));
    }
    template<class Plan, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void absorbed_attention(const Plan& p, F&& f) const {
        using recipe = typename Plan::recipe;
        using residual = typename Plan::residual;
        const std::int64_t t = p.tokens();
        absorb<recipe, residual>("q_absorb_quantize", "q_absorb", t, nope, kv_rank, f);  // (n,T,nope) -> (n,T,r)
        const auto q = detail::tensor_of<residual>(p.batch, p.added, heads, kv_rank + rope_size);
        const auto cache = detail::tensor_of<typename recipe::kv_cache>(p.batch, p.context, kv_rank + rope_size);
        const auto mask = [&] {
            if constexpr (Plan::kind::tree)
                return tree_mask{p.added, p.tree_pairs};
            else
                return causal;
        }();
        if constexpr (std::is_void_v<typename recipe::attention_math>)
            f("attention", mla_decode(q, cache, latent<KvRank>, mask));
        else
            f("attention", mla_decode(q, cache, latent<KvRank>, mask, math<typename recipe::attention_math>));
        absorb<recipe, residual>("v_absorb_quantize", "v_absorb", t, kv_rank, value, f);  // (n,T,r) -> (n,T,v)
    }
    template<class Recipe, class Residual, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void absorb(std::string_view quantize_name, std::string_view name, std::int64_t t, std::int64_t k, std::int64_t n,
                          F&& f) const {
        using as = typename Recipe::absorbed;
        if constexpr (!std::is_same_v<typename as::activations, Residual>)
            f(quantize_name, detail::converted<typename as::activations>(detail::tensor_of<Residual>(heads, t, k)));
        const auto x = detail::tensor_of<typename as::activations>(heads, t, k);
        const auto w = detail::tensor_of<typename as::weights>(heads, k, n);
        if constexpr (std::is_void_v<typename as::math>)
            f(name, batched_matmul(x, w, out<Residual>));
        else
            f(name, batched_matmul(x, w, out<Residual>, math<typename as::math>));
    }
};

}  // namespace roofline
