// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/units.hpp>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("weights take their parameters times their width") {
    STATIC_CHECK(weight_footprint(models::llama_2_7b, uniform<fp16>) == 2 * 6'738'415'616_B);
    STATIC_CHECK(weight_footprint(models::gpt2_large, uniform<bf16>) == 2 * 774'030'080_B);
}

TEST_CASE("a recipe stores each class of weights in its own format, scales included") {
    // Routed and shared experts and the three dense blocks in NVFP4: 4.5 bit a weight, and 4 byte a tensor.
    constexpr double experts = 58.0 * 3 * 257 * 7168 * 2048;
    constexpr double dense = 3.0 * 3 * 7168 * 18432;
    constexpr double tensors = 58.0 * 3 * 257 + 3 * 3;
    constexpr double rest = 671'026'419'200.0 - experts - dense;
    STATIC_CHECK(weight_footprint(models::deepseek_r1, recipes::deepseek_r1_nvfp4{}) ==
                 units::traffic::from_value((experts + dense) * 4.5 / 8 + tensors * 4 + rest * 2));
}

TEST_CASE("the cache of keys and values of a token") {
    STATIC_CHECK(cache_footprint(models::llama_2_7b, uniform<fp16>, 1) == 2 * 32 * 4096 * 2_B);  // 512 KiB
    STATIC_CHECK(cache_footprint(models::llama_2_7b, uniform<fp16>, 2048) == 1_GiB);
    STATIC_CHECK(cache_footprint(models::deepseek_r1, uniform<bf16>, 1) == 61 * 1152_B);
    STATIC_CHECK(cache_footprint(models::deepseek_r1, recipes::deepseek_r1_nvfp4{}, 4096) == 4096 * 61 * 1152_B);
    CHECK_THROWS_WITH_AS(cache_footprint(models::llama_2_7b, uniform<fp16>, 0),
                         "the number of cached tokens is 0 and must be at least 1", shape_error);
}

namespace {
/// Layers that see all keys and layers that see the last 1024, half and half.
constexpr transformer windowed(
    backbone{.name = "windowed", .hidden = 512, .vocabulary = 1000, .max_position = 8192}, rms_normed{},
    layers{4, grouped_query_attention{.heads = 8, .kv_heads = 2, .head_size = 64, .rotary = 64, .window = 1024},
           feed_forward<activation::swiglu>{.intermediate = 2048}},
    layers{4, grouped_query_attention{.heads = 8, .kv_heads = 2, .head_size = 64, .rotary = 64},
           feed_forward<activation::swiglu>{.intermediate = 2048}});
}  // namespace

TEST_CASE("a window keeps no more than it sees") {
    STATIC_CHECK(cache_footprint(windowed, uniform<bf16>, 1000) == 8 * 1000 * 512_B);
    STATIC_CHECK(cache_footprint(windowed, uniform<bf16>, 4096) == 4 * (1024 + 4096) * 512_B);
}

TEST_CASE("what a phase needs, whether it fits, and the largest batch that does") {
    constexpr auto one = decode(models::llama_2_7b, 1, 2048, uniform<fp16>);
    STATIC_CHECK(memory_needed(one) == 2 * 6'738'415'616_B + 1_GiB);
    STATIC_CHECK(fits(one, hw::a100_sxm_80gb));
    STATIC_CHECK(!fits(decode(models::llama_33b, 1, 2048, uniform<fp16>), hw::a6000));

    constexpr std::int64_t most = largest_batch(models::llama_2_7b, 2048, uniform<fp16>, hw::a100_sxm_80gb);
    STATIC_CHECK(fits(decode(models::llama_2_7b, most, 2048, uniform<fp16>), hw::a100_sxm_80gb));
    STATIC_CHECK(!fits(decode(models::llama_2_7b, most + 1, 2048, uniform<fp16>), hw::a100_sxm_80gb));
    STATIC_CHECK(largest_batch(models::deepseek_r1, 4096, uniform<bf16>, hw::a100_sxm_80gb) == 0);
}
