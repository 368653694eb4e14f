// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype/block_scaled.hpp>

/// Formats whose scales the tensor core itself applies: OCP MX v1.0 (blocks of 32, a power-of-two scale) and NVIDIA's
/// NVFP4 (blocks of 16, an e4m3 scale, and one fp32 for the tensor, which is 4 byte and counted).
namespace roofline::inline ROOFLINE_ABI {

struct nvfp4 : block_scaled<fp4_e2m1, block<16>, fp8_e4m3, fp32> {
    static constexpr std::string_view name = "nvfp4"sv;
};
/// nvfp4 with its scales in the padded layout that tensor cores read.
struct nvfp4_tiled : block_scaled<fp4_e2m1, block<16>, fp8_e4m3, fp32, tiled_scales> {
    static constexpr std::string_view name = "nvfp4_tiled"sv;
};
struct mxfp4 : block_scaled<fp4_e2m1, block<32>, fp8_e8m0> {
    static constexpr std::string_view name = "mxfp4"sv;
};
struct mxfp6_e3m2 : block_scaled<fp6_e3m2, block<32>, fp8_e8m0> {
    static constexpr std::string_view name = "mxfp6_e3m2"sv;
};
struct mxfp6_e2m3 : block_scaled<fp6_e2m3, block<32>, fp8_e8m0> {
    static constexpr std::string_view name = "mxfp6_e2m3"sv;
};
struct mxfp8_e4m3 : block_scaled<fp8_e4m3, block<32>, fp8_e8m0> {
    static constexpr std::string_view name = "mxfp8_e4m3"sv;
};
struct mxfp8_e5m2 : block_scaled<fp8_e5m2, block<32>, fp8_e8m0> {
    static constexpr std::string_view name = "mxfp8_e5m2"sv;
};
struct mxint8 : block_scaled<i8, block<32>, fp8_e8m0> {
    static constexpr std::string_view name = "mxint8"sv;
};

}  // namespace roofline
