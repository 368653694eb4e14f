// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "machines.hpp"

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

#include <cstdint>

/// The kernels of DeepSeek-R1 that the report places, as operators of the number of rows (tokens in a step).
namespace deepseek_r1 {

// [readings]
/// A projection (rows,K) x (K,N) -> (rows,N), read in four ways.
template<std::int64_t K, std::int64_t N>
struct projection {
    const char* name;

    /// What the report counts: bf16 in and out and 4-bit weights without scales, yet at the FP4 rate.
    static constexpr auto as_published(std::int64_t rows) {
        return matmul(tensor<bf16, dyn, K>{rows}, tensor<fp4, K, N>{}, math<fp4>);
    }
    /// What those bytes mean on real hardware: the weights are widened and multiplied in bf16.
    static constexpr auto w4a16(std::int64_t rows) { return matmul(tensor<bf16, dyn, K>{rows}, tensor<fp4, K, N>{}); }
    /// What reaches the FP4 rate: both operands NVFP4, with their scales; the result in bf16.
    static constexpr auto nvfp4_gemm(std::int64_t rows) {
        return matmul(tensor<nvfp4, dyn, K>{rows}, tensor<nvfp4, K, N>{}, out<bf16>);
    }
    static constexpr auto bf16_gemm(std::int64_t rows) {
        return matmul(tensor<bf16, dyn, K>{rows}, tensor<bf16, K, N>{});
    }
};

inline constexpr projection<7168, 2112> fused_qkv_a_proj{"fused_qkv_a_proj"};
inline constexpr projection<1536, 24576> q_b_proj{"q_b_proj"};
inline constexpr projection<512, 32768> kv_b_proj{"kv_b_proj"};
inline constexpr projection<16384, 7168> o_proj{"o_proj"};
// [/readings]

// [absorbed]
/// Decode multiplies kv_b_proj's weight into the queries and the attention's output, one product a head: 128 of them.
template<std::int64_t K, std::int64_t N>
struct head_product {
    const char* name;

    static constexpr auto fp8_gemm(std::int64_t rows) {  // (128,rows,K) x (128,K,N) -> (128,rows,N)
        return batched_matmul(tensor<fp8, 128, dyn, K>{rows}, tensor<fp8, 128, K, N>{});
    }
};

inline constexpr head_product<128, 512> q_nope_w_kc{"q_nope * w_kc"};
inline constexpr head_product<512, 128> attn_w_vc{"attn * w_vc"};

static_assert(work(q_nope_w_kc.fp8_gemm(128)) + work(attn_w_vc.fp8_gemm(128)) == work(kv_b_proj.nvfp4_gemm(128)),
              "a step has kv_b_proj or both of these, never all three");
// [/absorbed]

// [attention]
/// Decoding: 128 heads of each sequence over one latent of 512 and a rope key of 64 for each token of its context.
template<class Cache = bf16, std::int64_t Heads = 128>
constexpr auto attn_mqa(std::int64_t batch, std::int64_t keys) {
    return mla_decode(tensor<bf16, dyn, 1, Heads, 576>{batch}, tensor<Cache, dyn, dyn, 576>{batch, keys}, latent<512>,
                      math<bf16>);
}
/// Prefill: the latents expanded into keys of 128 and values of 128 a head.
constexpr auto attn_prefill(std::int64_t batch, std::int64_t tokens) {
    return mla_prefill(tensor<bf16, dyn, dyn, 128, 192>{batch, tokens}, tensor<bf16, dyn, dyn, 128, 128>{batch, tokens},
                       tensor<bf16, dyn, dyn, 64>{batch, tokens}, tensor<bf16, dyn, dyn, 128, 128>{batch, tokens});
}
// [/attention]

// [elementwise]
inline constexpr std::int64_t hidden = 7168;
inline constexpr std::int64_t expert_width = 2048;  // of the shared expert and of each routed one
inline constexpr std::int64_t experts = 256;

/// An elementwise kernel by its author's count: so many FLOP and bf16 values moved for each element.
constexpr auto per_element(std::int64_t elements, int flop, int values) {
    const double count = static_cast<double>(elements);
    return op(demand<vector_math<fp32>>(flop * count * units::flop),
              demand<memory<dram>>(2 * values * count * units::byte));
}
constexpr auto rmsnorm_as_published(std::int64_t rows) { return per_element(rows * hidden, 5, 2); }
constexpr auto silu_as_published(std::int64_t rows) { return per_element(rows * expert_width, 4, 3); }

/// The library's own count: 4 FLOP an element and a reciprocal root a row, and the weight is read, too.
constexpr auto rmsnorm(std::int64_t rows) { return rms_norm(tensor<bf16, dyn, hidden>{rows}, tensor<bf16, hidden>{}); }
/// 5 for each result, two of them transcendental; reads gate and value side by side.
constexpr auto silu(std::int64_t rows) { return silu_and_mul(tensor<bf16, dyn, 2 * expert_width>{rows}); }
// [/elementwise]

// [router]
/// The router after its GEMM, as R1 has it: sigmoid scores, a bias, the best 8 of the best 4 of 8 groups of experts.
constexpr auto router(std::int64_t rows) {
    return grouped_top_k(tensor<fp32, dyn, experts>{rows}, tensor<fp32, experts>{}, top_k<8>, expert_groups<8>,
                         kept_groups<4>);
}
/// The report names the router of other models and gives it about 2 FLOP/B; taken at its word, over fp32 scores.
constexpr auto topk_as_published(std::int64_t rows) {
    const double bytes = 4.0 * static_cast<double>(rows * experts);
    return op(demand<vector_math<fp32>>(2 * bytes * units::flop), demand<memory<dram>>(bytes * units::byte));
}
// [/router]

}  // namespace deepseek_r1
