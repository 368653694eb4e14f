// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/model/latent_attention.hpp>
#include <roofline/model/mixture_of_experts.hpp>
#include <roofline/model/norm.hpp>
#include <roofline/model/transformer.hpp>

namespace roofline::inline ROOFLINE_ABI::models {

/// The attention of DeepSeek-V3 and all that was made of it.
inline constexpr latent_attention<512> deepseek_v3_attention{
    .heads = 128, .q_rank = 1536, .nope = 128, .rope_size = 64, .value = 128};

/// DeepSeek-V3 and R1, without the layer that predicts the token after next.
/// Source: config.json of deepseek-ai/DeepSeek-R1; DeepSeek-V3 technical report, arXiv 2412.19437, section 4.2.
inline constexpr transformer deepseek_r1(
    backbone{.name = "DeepSeek-R1", .hidden = 7168, .vocabulary = 129280, .max_position = 163840}, rms_normed{},
    layers{3, deepseek_v3_attention, feed_forward<activation::swiglu>{.intermediate = 18432}},
    layers{58, deepseek_v3_attention,
           mixture_of_experts<activation::swiglu, grouped_sigmoid_router>{.experts = 256, .per_token = 8, .intermediate = 2048,
                                                              .shared_intermediate = 2048, .groups = 8, .kept_groups = 4}});

}  // namespace roofline::models

namespace roofline::inline ROOFLINE_ABI::recipes {

/// DeepSeek-R1-NVFP4: experts and dense blocks in NVFP4, attention, router and head in BF16.
struct deepseek_r1_nvfp4 : uniform_recipe<bf16> {
    static constexpr std::string_view name = "NVFP4 experts, BF16 attention"sv;
    using feed_forward = precision<nvfp4>;
    using experts = precision<nvfp4>;
    using shared_experts = precision<nvfp4>;
};

/// DeepSeek-R1 as released: FP8 in blocks of 128 x 128, activations in tiles of 128; router, head and attention in BF16.
struct deepseek_r1_fp8 : uniform_recipe<bf16> {
    static constexpr std::string_view name = "FP8 blocks of 128"sv;
    using attention = precision<fp8_block128, fp8_tile128>;
    using feed_forward = precision<fp8_block128, fp8_tile128>;
    using experts = precision<fp8_block128, fp8_tile128>;
    using shared_experts = precision<fp8_block128, fp8_tile128>;
};

}  // namespace roofline::recipes
