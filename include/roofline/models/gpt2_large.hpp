// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/model/feed_forward.hpp>
#include <roofline/model/grouped_query_attention.hpp>
#include <roofline/model/norm.hpp>
#include <roofline/model/transformer.hpp>

namespace roofline::inline ROOFLINE_ABI::models {

/// Source: config.json of openai-community/gpt2-large; openai/gpt-2, model card: 774M.
inline constexpr transformer gpt2_large(
    backbone{.name = "GPT-2 large", .hidden = 1280, .vocabulary = 50257, .max_position = 1024, .learned_positions = 1024, .tied = true},
    layer_normed{},
    layers{36, grouped_query_attention{.heads = 20, .kv_heads = 20, .head_size = 64, .qkv_bias = true, .output_bias = true},
           feed_forward<activation::gelu>{.intermediate = 5120, .bias = true}});

}  // namespace roofline::models
