// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype/block_scaled.hpp>

/// Formats of a latent key-value cache.
namespace roofline::inline ROOFLINE_ABI {

/// A token of DeepSeek's latent cache in 656 byte (FlashMLA): 512 fp8 in four tiles of 128 with an fp32 scale each, then
/// 64 rope elements in bf16. What is not eight bits an element is counted with the block. The kernel multiplies in bf16.
struct fp8_ds_mla : block_scaled<fp8_e4m3, block<576>, packed<4 * 32 + 64 * 8>> {
    static constexpr std::string_view name = "fp8_ds_mla"sv;
    using math = bf16;
};

}  // namespace roofline
