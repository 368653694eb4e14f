// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype/block_scaled.hpp>

/// Formats that only weights have: the kernel widens them to the activation's precision before it multiplies.
namespace roofline::inline ROOFLINE_ABI {

/// Marlin, compressed-tensors: groups of 128 along K, a 16-bit scale, symmetric.
struct int4_g128 : block_scaled<i4, block<128>, fp16> {
    static constexpr std::string_view name = "int4_g128"sv;
};
struct int4_g32 : block_scaled<i4, block<32>, fp16> {
    static constexpr std::string_view name = "int4_g32"sv;
};
/// AWQ and GPTQ: a 16-bit scale and a 4-bit zero point a group. GPTQ's act-order index (32 bit a row) is not counted.
struct int4_g128_asym : block_scaled<i4, block<128>, packed<16 + 4>> {
    static constexpr std::string_view name = "int4_g128_asym"sv;
};
struct int4_g64_asym : block_scaled<i4, block<64>, packed<16 + 4>> {
    static constexpr std::string_view name = "int4_g64_asym"sv;
};
struct int8_g128_asym : block_scaled<i8, block<128>, packed<16 + 8>> {
    static constexpr std::string_view name = "int8_g128_asym"sv;
};

/// A 4-bit code into a table of normal quantiles (QLoRA): no instruction multiplies it.
struct nf4_code {
    static constexpr std::string_view name = "nf4_code"sv;
    static constexpr roofline::storage storage{.bits = 4};
    using math = nf4_code;
    using accumulator = fp32;
};
/// bitsandbytes: an fp32 scale for each 64 elements in memory order.
struct nf4 : block_scaled<nf4_code, flat_block<64>, fp32> {
    static constexpr std::string_view name = "nf4"sv;
};
/// With its scales in 8 bit, and an fp32 for each 256 of them.
struct nf4_double_quant : block_scaled<nf4_code, flat_block<64 * 256>, packed<256 * 8 + 32>> {
    static constexpr std::string_view name = "nf4_double_quant"sv;
};

}  // namespace roofline
