// SPDX-License-Identifier: BSL-1.0
// Attention as others have counted it, row by row.
#include "attention_tables.hpp"
#include "printed.hpp"

#include <roofline/roofline.hpp>

#include <static_check.hpp>

#include <cstdint>

using namespace roofline;

namespace {

/// Latent attention of DeepSeek-V3 from a cache of T.
template<class T>
constexpr auto latent_attention(std::int64_t b, std::int64_t s, std::int64_t keys) {
    return mla_decode(tensor<bf16, dyn, dyn, 128, 576>{b, s}, tensor<T, dyn, dyn, 576>{b, keys}, latent<512>, full,
                      math<bf16>);
}

/// q k^T with the scores in memory: (b n,s,128) x (b n,128,S) -> (b n,s,S).
constexpr auto scores_of(const published::product_row& row) {
    return batched_matmul(tensor<fp16, dyn, dyn, 128>{row.b * row.heads, row.s},
                          tensor<fp16, dyn, 128, dyn>{row.b * row.heads, row.keys});
}
/// p v: (b n,s,S) x (b n,S,128) -> (b n,s,128).
constexpr auto values_of(const published::product_row& row) {
    return batched_matmul(tensor<fp16, dyn, dyn, dyn>{row.b * row.heads, row.s, row.keys},
                          tensor<fp16, dyn, dyn, 128>{row.b * row.heads, row.keys});
}
/// Both, and the softmax between them.
constexpr auto attention_of(const published::product_row& row) {
    const tensor<fp16, dyn, dyn, dyn, 128> kv{row.b, row.keys, row.heads};
    return attention(tensor<fp16, dyn, dyn, dyn, 128>{row.b, row.s, row.heads}, kv, kv, materialized);
}

template<std::size_t Rows>
void check_products(const published::product_row (&rows)[Rows]) {
    for (const auto& row : rows) {
        CAPTURE(row.heads);
        CAPTURE(row.b);
        CAPTURE(row.s);
        CAPTURE(row.keys);
        CHECK(work(scores_of(row)).value() == row.flop);
        CHECK(traffic(scores_of(row)).value() == row.bytes);
        CHECK(work(values_of(row)).value() == row.flop);
        CHECK(traffic(values_of(row)).value() == row.bytes);
        // The operator is these two and a softmax that reads scores and writes probabilities.
        CHECK(work(attention_of(row)).value() == 2 * row.flop);
        CHECK(traffic(attention_of(row)).value() == 2 * row.bytes + 2 * footprint(scores_of(row).result()).value());
    }
}

}  // namespace

TEST_CASE("latent attention, 14 sizes in three formats of the cache") {
    for (const auto& row : published::mla_decode_rows) {
        CAPTURE(row.b);
        CAPTURE(row.s);
        CAPTURE(row.keys);
        CHECK(work(latent_attention<bf16>(row.b, row.s, row.keys)).value() == row.flop);
        CHECK(work(latent_attention<fp8_ds_mla>(row.b, row.s, row.keys)).value() == row.flop);
        CHECK(work(latent_attention<fp8_e4m3>(row.b, row.s, row.keys)).value() == row.flop);
        CHECK(traffic(latent_attention<bf16>(row.b, row.s, row.keys)).value() == row.bytes_bf16);
        CHECK(traffic(latent_attention<fp8_ds_mla>(row.b, row.s, row.keys)).value() == row.bytes_fp8_ds_mla);
        CHECK(traffic(latent_attention<fp8_e4m3>(row.b, row.s, row.keys)).value() == row.bytes_fp8);
    }
}

TEST_CASE("the products of attention by the formulas of the Medusa paper") { check_products(published::medusa_rows); }
TEST_CASE("the products of attention by LLM-Viewer") { check_products(published::llm_viewer_rows); }

TEST_CASE("64 candidates at once have 41.4 times the intensity of one, whatever the batch and the heads") {
    constexpr published::product_row decoding{52, 16, 1, 1024, 0, 0};
    constexpr published::product_row candidates{52, 16, 64, 1024 + 64, 0, 0};
    STATIC_CHECK(prints_as(intensity(scores_of(decoding)), 0.991_FLOPpB, 0.001));
    STATIC_CHECK(prints_as(intensity(scores_of(candidates)), 41.06_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(scores_of(candidates)) / intensity(scores_of(decoding)), 41.4, 0.1));
    STATIC_CHECK(intensity(scores_of({32, 1, 64, 1024 + 64, 0, 0})) == intensity(scores_of(candidates)));
    // In one kernel the scores do not reach memory: 64 candidates come near to 64 times.
    constexpr auto chain = [](std::int64_t s) {
        const tensor<fp16, 16, dyn, 52, 128> kv{1024 + s};
        return verify(tensor<fp16, 16, dyn, 52, 128>{s}, kv, kv);
    };
    STATIC_CHECK(prints_as(intensity(chain(64)) / intensity(chain(1)), 58.75, 0.01));
}
