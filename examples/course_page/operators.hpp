// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/roofline.hpp>

#include <cstdint>

/// The operators that the page places: a layer of Llama-2-7B in fp16. The page gives its MLP a width of 4 d; the model has
/// 11008.
namespace course_page {

using namespace roofline;

inline constexpr std::int64_t d = 4096, heads = 32, head = 128;
inline constexpr std::int64_t P = 2048;  // tokens of a prompt
inline constexpr std::int64_t S = 4096;  // keys in the cache of a sequence

// [operators]
/// (rows,4096) x (4096,N) -> (rows,N), the weight stored as W.
template<std::int64_t N = 4 * d, class W = fp16>
constexpr auto linear(std::int64_t rows) {
    return matmul(tensor<fp16, dyn, d>{rows}, tensor<W, d, N>{});
}

// Prefill attention, (1,2048,32,128) three times -> (1,2048,32,128).
inline constexpr tensor<fp16, 1, P, heads, head> prompt;
inline constexpr auto unfused = attention(prompt, prompt, prompt, materialized);  // the scores go to memory
inline constexpr auto fused = attention(prompt, prompt, prompt);                  // the scores stay in the kernel
inline constexpr auto causal_fused = attention(prompt, prompt, prompt, causal);

/// Decode attention, one query a head, the cache of G heads stored as T: (1,1,32,128), (1,4096,G,128) twice.
template<class T = fp16, std::int64_t G = heads>
constexpr auto decode_attention() {
    constexpr tensor<T, 1, S, G, head> cache;
    return attention(tensor<fp16, 1, 1, heads, head>{}, cache, cache);
}

/// The linear work of a layer for so many tokens: q, k, v, o, then an MLP of 4 d without a gate.
template<class W = fp16>
constexpr auto layer(std::int64_t rows) {
    const auto up = linear<4 * d, W>(rows);
    return sequence(repeat(linear<d, W>(rows), 4), up, matmul(up.result(), tensor<W, 4 * d, d>{}));
}
// [/operators]

}  // namespace course_page
