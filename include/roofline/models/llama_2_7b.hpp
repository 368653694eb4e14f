// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/model/feed_forward.hpp>
#include <roofline/model/grouped_query_attention.hpp>
#include <roofline/model/norm.hpp>
#include <roofline/model/transformer.hpp>

namespace roofline::inline ROOFLINE_ABI::models {

/// Source: config.json of meta-llama/Llama-2-7b-hf.
inline constexpr transformer llama_2_7b(
    backbone{.name = "Llama-2-7B", .hidden = 4096, .vocabulary = 32000, .max_position = 4096}, rms_normed{},
    layers{32, grouped_query_attention{.heads = 32, .kv_heads = 32, .head_size = 128, .rotary = 128},
           feed_forward<activation::swiglu>{.intermediate = 11008}});

}  // namespace roofline::models
