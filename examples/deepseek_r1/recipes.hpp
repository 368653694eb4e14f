// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

#include <string_view>

/// In which formats a step runs: as the report has it, and what else could be done.
namespace deepseek_r1 {

using namespace roofline;

// [as_published]
/// bf16 activations times 4-bit weights without scales, at the FP4 rate. No tensor core does that.
using published_gemm = precision<fp4, bf16, fp4>;

/// The report's own mixture. It names neither cache nor head nor embedding: these stay in bf16, as
/// do the results of bmm_fp8, which attention reads.
struct as_published_prefill : uniform_recipe<bf16> {
    static constexpr std::string_view name = "as published";
    using attention = published_gemm;
    using absorbed = published_gemm;  // kv_b_proj
    using feed_forward = published_gemm;
    using experts = published_gemm;
    using shared_experts = published_gemm;
};
struct as_published_decode : as_published_prefill {
    using absorbed = precision<fp8>;  // bmm_fp8
};
// [/as_published]

// [changes]
/// What is deployed, and one thing changed.
using deployed = recipes::deepseek_r1_nvfp4;

struct fp8_cache : deployed {
    static constexpr std::string_view name = "latent cache in FP8 (FlashMLA's format)";
    using kv_cache = fp8_ds_mla;
    using attention_math = bf16;
};
struct fp8_attention : deployed {
    static constexpr std::string_view name = "attention's projections in FP8, as R1 was released";
    using attention = precision<fp8_block128, fp8_tile128>;
};
struct nvfp4_attention : deployed {
    static constexpr std::string_view name = "attention's projections in NVFP4";
    using attention = precision<nvfp4>;
};
struct fp8_absorbed : deployed {
    static constexpr std::string_view name = "absorbed products and kv_b_proj in FP8";
    using absorbed = precision<fp8_per_tensor>;
};
struct all_changes : nvfp4_attention {
    static constexpr std::string_view name = "NVFP4 projections, FP8 absorbed products, FP8 cache";
    using absorbed = precision<fp8_per_tensor>;
    using kv_cache = fp8_ds_mla;
    using attention_math = bf16;
};
// [/changes]

}  // namespace deepseek_r1
