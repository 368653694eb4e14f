// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/roofline.hpp>

#include <cstdint>

/// The products of a layer of LLaMA-33B as two published charts plot them, in fp16, by the formulas of the Medusa paper
/// (arXiv 2401.10774, appendix). With b sequences of s tokens each: a prompt has b s rows ("init"), decoding b ("ar"), c
/// candidates b c ("spec").
namespace llama33b {

using namespace roofline;

inline constexpr std::int64_t hidden = 6656, heads = 52, head = 128, intermediate = 17920;

/// One of q, k, v: (M,6656) x (6656,6656) -> (M,6656).
inline constexpr auto qkv = [](std::int64_t rows) {
    return matmul(tensor<fp16, dyn, hidden>{rows}, tensor<fp16, hidden, hidden>{});
};
/// One of up and gate: (M,6656) x (6656,17920) -> (M,17920).
inline constexpr auto up = [](std::int64_t rows) {
    return matmul(tensor<fp16, dyn, hidden>{rows}, tensor<fp16, hidden, intermediate>{});
};
/// (M,17920) x (17920,6656) -> (M,6656)
inline constexpr auto down = [](std::int64_t rows) {
    return matmul(tensor<fp16, dyn, intermediate>{rows}, tensor<fp16, intermediate, hidden>{});
};
/// The scores of s queries a sequence over S keys, to memory: (b n,s,128) x (b n,128,S) -> (b n,s,S).
inline constexpr auto qk = [](std::int64_t b, std::int64_t queries, std::int64_t keys) {
    return batched_matmul(tensor<fp16, dyn, dyn, head>{b * heads, queries}, tensor<fp16, dyn, head, dyn>{b * heads, keys});
};
/// (b n,s,S) x (b n,S,128) -> (b n,s,128)
inline constexpr auto pv = [](std::int64_t b, std::int64_t queries, std::int64_t keys) {
    return batched_matmul(tensor<fp16, dyn, dyn, dyn>{b * heads, queries, keys},
                          tensor<fp16, dyn, dyn, head>{b * heads, keys});
};

/// Whether it holds for each of the 49 configurations: 1 to 64 sequences of 128 to 8192 tokens, in powers of two.
constexpr bool everywhere(auto holds) {
    for (std::int64_t b = 1; b <= 64; b *= 2)
        for (std::int64_t s = 128; s <= 8192; s *= 2)
            if (!holds(b, s)) return false;
    return true;
}

}  // namespace llama33b
