// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/model/feed_forward.hpp>
#include <roofline/model/grouped_query_attention.hpp>
#include <roofline/model/norm.hpp>
#include <roofline/model/transformer.hpp>

namespace roofline::inline ROOFLINE_ABI::models {

/// Source: Touvron et al. 2023, arXiv 2302.13971, table 2; vocabulary and width of the MLP as in the released checkpoint (params.json, 30B).
inline constexpr transformer llama_33b(
    backbone{.name = "LLaMA-33B", .hidden = 6656, .vocabulary = 32000, .max_position = 2048}, rms_normed{},
    layers{60, grouped_query_attention{.heads = 52, .kv_heads = 52, .head_size = 128, .rotary = 128},
           feed_forward<activation::swiglu>{.intermediate = 17920}});

}  // namespace roofline::models
