// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/dtype/block_scaled.hpp>

/// The block formats of ggml (src/ggml-common.h at d99724f). A name gives the code's width; the block holds it with its
/// scales, minima and high bits, and the comment gives the struct's size. Kernels multiply the codes as 8-bit integers.
namespace roofline::inline ROOFLINE_ABI::gguf {

namespace detail {
template<int Bits>
struct code {
    static constexpr roofline::storage storage{.bits = Bits};
    using math = i8;
    using accumulator = i32;
};
template<int Bits, std::int64_t Block, int Rest>
using codes = block_scaled<code<Bits>, block<Block>, packed<Rest>>;
}  // namespace detail

struct q8_0 : detail::codes<8, 32, 16> {  // 34 byte a block
    static constexpr std::string_view name = "gguf::q8_0"sv;
};
struct q8_1 : detail::codes<8, 32, 32> {  // 36 byte a block
    static constexpr std::string_view name = "gguf::q8_1"sv;
};
struct q4_0 : detail::codes<4, 32, 16> {  // 18 byte a block
    static constexpr std::string_view name = "gguf::q4_0"sv;
};
struct q4_1 : detail::codes<4, 32, 32> {  // 20 byte a block
    static constexpr std::string_view name = "gguf::q4_1"sv;
};
struct q5_0 : detail::codes<5, 32, 16> {  // 22 byte a block
    static constexpr std::string_view name = "gguf::q5_0"sv;
};
struct q5_1 : detail::codes<5, 32, 32> {  // 24 byte a block
    static constexpr std::string_view name = "gguf::q5_1"sv;
};
struct q2_k : detail::codes<2, 256, 160> {  // 84 byte a block
    static constexpr std::string_view name = "gguf::q2_k"sv;
};
struct q3_k : detail::codes<3, 256, 112> {  // 110 byte a block
    static constexpr std::string_view name = "gguf::q3_k"sv;
};
struct q4_k : detail::codes<4, 256, 128> {  // 144 byte a block
    static constexpr std::string_view name = "gguf::q4_k"sv;
};
struct q5_k : detail::codes<5, 256, 128> {  // 176 byte a block
    static constexpr std::string_view name = "gguf::q5_k"sv;
};
struct q6_k : detail::codes<6, 256, 144> {  // 210 byte a block
    static constexpr std::string_view name = "gguf::q6_k"sv;
};
struct q8_k : detail::codes<8, 256, 288> {  // 292 byte a block
    static constexpr std::string_view name = "gguf::q8_k"sv;
};
struct iq1_s : detail::codes<1, 256, 144> {  // 50 byte a block
    static constexpr std::string_view name = "gguf::iq1_s"sv;
};
struct iq1_m : detail::codes<1, 256, 192> {  // 56 byte a block
    static constexpr std::string_view name = "gguf::iq1_m"sv;
};
struct iq2_xxs : detail::codes<2, 256, 16> {  // 66 byte a block
    static constexpr std::string_view name = "gguf::iq2_xxs"sv;
};
struct iq2_xs : detail::codes<2, 256, 80> {  // 74 byte a block
    static constexpr std::string_view name = "gguf::iq2_xs"sv;
};
struct iq2_s : detail::codes<2, 256, 144> {  // 82 byte a block
    static constexpr std::string_view name = "gguf::iq2_s"sv;
};
struct iq3_xxs : detail::codes<3, 256, 16> {  // 98 byte a block
    static constexpr std::string_view name = "gguf::iq3_xxs"sv;
};
struct iq3_s : detail::codes<3, 256, 112> {  // 110 byte a block
    static constexpr std::string_view name = "gguf::iq3_s"sv;
};
struct iq4_nl : detail::codes<4, 32, 16> {  // 18 byte a block
    static constexpr std::string_view name = "gguf::iq4_nl"sv;
};
struct iq4_xs : detail::codes<4, 256, 64> {  // 136 byte a block
    static constexpr std::string_view name = "gguf::iq4_xs"sv;
};
struct tq1_0 : detail::codes<1, 256, 176> {  // 54 byte a block
    static constexpr std::string_view name = "gguf::tq1_0"sv;
};
struct tq2_0 : detail::codes<2, 256, 16> {  // 66 byte a block
    static constexpr std::string_view name = "gguf::tq2_0"sv;
};
struct mxfp4 : block_scaled<fp4_e2m1, block<32>, fp8_e8m0> {  // 17 byte a block
    static constexpr std::string_view name = "gguf::mxfp4"sv;
};
struct nvfp4 : block_scaled<fp4_e2m1, block<64>, packed<4 * 8>> {  // 36 byte a block
    static constexpr std::string_view name = "gguf::nvfp4"sv;
};
struct q1_0 : detail::codes<1, 128, 16> {  // 18 byte a block
    static constexpr std::string_view name = "gguf::q1_0"sv;
};
struct q2_0 : detail::codes<2, 64, 16> {  // 18 byte a block
    static constexpr std::string_view name = "gguf::q2_0"sv;
};

}  // namespace roofline::gguf
