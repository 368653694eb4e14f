// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype/block_scaled.hpp>

/// 8-bit floating point with fp32 scales applied in software: a tensor, a row, a tile or a square a scale.
namespace roofline::inline ROOFLINE_ABI {

struct fp8_per_tensor : block_scaled<fp8_e4m3, block<1>, no_scale, fp32> {
    static constexpr std::string_view name = "fp8_per_tensor"sv;
};
/// One scale a row (an activation's token) or a column (a weight's output channel).
struct fp8_per_row : block_scaled<fp8_e4m3, block<whole_row>, fp32> {
    static constexpr std::string_view name = "fp8_per_row"sv;
};
/// DeepSeek-V3's weights: a scale for each 128 x 128 (README_WEIGHTS.md of the checkpoint).
struct fp8_block128 : block_scaled<fp8_e4m3, block<128, 128>, fp32> {
    static constexpr std::string_view name = "fp8_block128"sv;
};
/// DeepSeek-V3's activations: a scale for each 128 elements of a token.
struct fp8_tile128 : block_scaled<fp8_e4m3, block<1, 128>, fp32> {
    static constexpr std::string_view name = "fp8_tile128"sv;
};
/// The same with the scales packed as powers of two (DeepGEMM on SM100).
struct fp8_tile128_e8m0 : block_scaled<fp8_e4m3, block<1, 128>, fp8_e8m0> {
    static constexpr std::string_view name = "fp8_tile128_e8m0"sv;
};

}  // namespace roofline
