// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/roofline.hpp>

#include <cstdint>

/// The products of a layer of LLaMA-33B in fp16, one by one, as two published charts plot them. Their formulas are those of
/// the Medusa paper (arXiv 2401.10774, appendix).
namespace llama_33b {

using namespace roofline;

inline constexpr std::int64_t hidden = 6656, heads = 52, head = 128, intermediate = 17920;

/// One of q, k and v.
constexpr auto qkv(std::int64_t rows) {  // (M,6656) x (6656,6656) -> (M,6656)
    return matmul(tensor<fp16, dyn, hidden>{rows}, tensor<fp16, hidden, hidden>{});
}
/// One of up and gate; down is this product turned round and costs the same.
constexpr auto up(std::int64_t rows) {  // (M,6656) x (6656,17920) -> (M,17920)
    return matmul(tensor<fp16, dyn, hidden>{rows}, tensor<fp16, hidden, intermediate>{});
}
/// Scores of b sequences by themselves, written to memory; p v is this product turned round and costs the same.
constexpr auto qk(std::int64_t b, std::int64_t queries, std::int64_t keys) {  // (52b,s,128) x (52b,128,S) -> (52b,s,S)
    return batched_matmul(tensor<fp16, dyn, dyn, head>{b * heads, queries}, tensor<fp16, dyn, head, dyn>{b * heads, keys});
}

}  // namespace llama_33b
