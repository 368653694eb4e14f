// SPDX-License-Identifier: BSL-1.0
// What attention costs, each rule as an assertion, and a table of one layer's attention in prefill and decoding.

#include <roofline/hardware.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>
#include <string>

using namespace roofline;

namespace pairs {
// [pairs]
// 512 new tokens after 3584 in the cache, 32 query heads, 8 heads of keys and values.
constexpr tensor<bf16, 1, 512, 32, 128> q;
constexpr tensor<bf16, 1, 4096, 8, 128> kv;

constexpr auto every_key = attention(q, kv, kv);
static_assert(work(every_key) == 4.0 * 32 * 128 * (512 * 4096) * units::flop);
static_assert(traffic(every_key) == 2 * footprint(q) + 2 * footprint(kv));  // at 8 heads, not 32

constexpr auto chunk = attention(q, kv, kv, causal);
static_assert(work(chunk) == 4.0 * 32 * 128 * (512 * 3584 + 512 * 513 / 2) * units::flop);  // with the diagonal
static_assert(demand_on<special_math<special::exp2>>(chunk) == work(chunk) / (4 * 128.0));    // one a pair

constexpr auto local = attention(q, kv, kv, window<1024>);  // of 4096 keys the last 512 + 1023 are seen
static_assert(work(local) == 4.0 * 32 * 128 * (512 * 1024) * units::flop);
static_assert(traffic(local) == 2 * footprint(q) + 2 * footprint(tensor<bf16, 1, 1535, 8, 128>{}));
// [/pairs]
}  // namespace pairs

namespace kernels {
using pairs::q, pairs::kv, pairs::chunk;
// [kernels]
constexpr auto three = attention(q, kv, kv, causal, materialized);
static_assert(work(three) == work(chunk));
static_assert(traffic(three) == traffic(chunk) + 4 * footprint(tensor<bf16, 1, 32, 512, 4096>{}));

// One query a sequence: eight workers share the keys, and a second kernel combines what they found.
constexpr tensor<bf16, 1, 1, 32, 128> token;
constexpr auto split = attention(token, kv, kv, split_kv<8>);
static_assert(traffic(split) == traffic(attention(token, kv, kv)) + 2 * footprint(tensor<fp32, 8, 32, 128 + 1>{}));

// A cache in pages of 48 tokens: 86 entries of a block table, and the last page whole.
constexpr auto pages = attention(token, kv, kv, paged<48>);
static_assert(traffic(pages) == 2 * footprint(token) + 86 * (2 * footprint(tensor<bf16, 48, 8, 128>{}) + 4_B));

// 16 sequences of the same system prompt.
constexpr tensor<bf16, 16, 1, 32, 128> tokens;
constexpr tensor<bf16, 16, 4096, 8, 128> cache;
static_assert(traffic(attention(tokens, cache, cache, shared_prefix<4000>)) ==
              2 * footprint(tokens) + 2 * footprint(tensor<bf16, 4000 + 16 * 96, 8, 128>{}));
// [/kernels]
}  // namespace kernels

namespace tiled {
using pairs::q, pairs::kv, pairs::chunk;
// [tiles]
constexpr auto tiles = attention(q, kv, kv, causal, blocks<128, 64>);
static_assert(traffic(tiles) == traffic(chunk) && work(tiles) == work(chunk));
// 4 heads share keys: a group has 512 x 4 rows, 16 tiles of 32 tokens, and each tile fetches the keys that it sees.
constexpr double keys = 16 * 3584 + (16 * 17 / 2) * 32 + 8 * 32;  // every other tile ends within a block of 64
static_assert(traffic<memory<llc>>(tiles) == 2 * footprint(q) + 8 * keys * 2 * 128 * 2_B);
static_assert(demand_on<matrix_math<bf16>>(tiles) == 4.0 * 32 * 32 * keys * 128 * units::flop);  // masked pairs, too
// [/tiles]
}  // namespace tiled

namespace speculative {
// [verify]
// Four candidates after 1000 tokens: a chain sees 1 + 2 + 3 + 4 of them, this tree 1 + 2 + 2 + 3.
constexpr tensor<bf16, 1, 4, 32, 128> q;
constexpr tensor<bf16, 1, 1004, 8, 128> kv;
static_assert(work(verify(q, kv, kv)) == 4.0 * 32 * 128 * (4 * 1000 + 10) * units::flop);
static_assert(work(verify(q, kv, kv, candidate_tree(-1, 0, 0, 1))) == 4.0 * 32 * 128 * (4 * 1000 + 8) * units::flop);
// [/verify]
}  // namespace speculative

namespace exponentials {
// [exponentials]
// A prompt of 16384 tokens. With heads of 128 a pair takes 512 FLOP and 1 exp2: on HGX B200 4.39 T pairs/s in bf16, 8.79 T
// in fp8, and 4.65 T exp2/s.
constexpr auto in_bf16 = attention(tensor<bf16, 1, 16384, 32, 128>{}, tensor<bf16, 1, 16384, 8, 128>{},
                                   tensor<bf16, 1, 16384, 8, 128>{}, causal);
constexpr auto in_fp8 = attention(tensor<fp8_e4m3, 1, 16384, 32, 128>{}, tensor<fp8_e4m3, 1, 16384, 8, 128>{},
                                  tensor<fp8_e4m3, 1, 16384, 8, 128>{}, causal);
static_assert(bound_by<matrix_math<bf16>>(in_bf16, hw::b200) && bound_by<matrix_math<bf16>>(in_bf16, hw::gb200));
static_assert(bound_by<special_math<special::exp2>>(in_fp8, hw::b200));
static_assert(bound_by<special_math<special::exp2>>(in_fp8, hw::gb200));
static_assert(bound_by<matrix_math<bf16>>(in_bf16, hw::a100_sxm_80gb));  // 0.61 T pairs/s, 2.44 T exp2/s
// [/exponentials]
}  // namespace exponentials

namespace latent_attention {
// [mla]
// DeepSeek-V3: 128 heads, 512 latent elements and 64 of the position in 656 byte a token.
constexpr tensor<bf16, 64, 1, 128, 576> q;
constexpr tensor<fp8_ds_mla, 64, 4096, 576> cache;
constexpr auto decode = mla_decode(q, cache, latent<512>);
static_assert(work(decode) == 278528.0 * 64 * 4096 * units::flop);  // in bf16
static_assert(traffic(decode) == 64.0 * (4096 * 656_B + 128 * (576 + 512) * 2_B));

constexpr tensor<bf16, 1, 4096, 128, 192> q_expanded;
constexpr tensor<bf16, 1, 4096, 128, 128> k;
constexpr auto prefill = mla_prefill(q_expanded, k, tensor<bf16, 1, 4096, 64>{}, k);
static_assert(work(prefill) == 320.0 * 128 * 4096 * 4097 * units::flop);

// DeepSeek-V3.2: 64 index heads score every key, and attention reads 2048 of them.
constexpr auto index = lightning_indexer(tensor<fp8_tile128, 64, 1, 64, 128>{}, tensor<fp8_tile128, 64, 4096, 128>{},
                                         tensor<fp32, 64, 1, 64>{});
constexpr auto sparse = mla_decode(q, cache, latent<512>, selected<2048>);
static_assert(work(sparse) == work(decode) / 2.0);
static_assert(traffic(sparse) == 64.0 * (2048 * (656_B + 4_B) + 128 * (576 + 512) * 2_B));
// [/mla]
}  // namespace latent_attention

int main() {
    using report::align, report::engineering;
    report::table t({{"operator"}, {"FLOP", align::right}, {"bytes", align::right}, {"FLOP/B", align::right}});
    const auto row = [&](const char* name, const auto& cost) {
        t.row({name, engineering(work(cost)).bare(), engineering(traffic(cost)).bare(),
               engineering(intensity(cost)).bare()});
    };
    row("attention, full", pairs::every_key);
    row("attention, causal", pairs::chunk);
    row("attention, window of 1024", pairs::local);
    row("attention, materialized", kernels::three);
    row("attention, one token, 8 splits", kernels::split);
    row("mla_decode, fp8_ds_mla", latent_attention::decode);
    row("mla_decode, 2048 selected", latent_attention::sparse);
    row("lightning_indexer", latent_attention::index);
    row("mla_prefill", latent_attention::prefill);
    std::cout << report::terminal(t);
}
