// SPDX-License-Identifier: BSL-1.0
// expect-error: a phase: the recipe has formats that no matmul takes
// expect: recipe odd: feed_forward multiplies activations in bf16 with weights in i32, and no matmul takes these

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

// [broken]
struct odd : uniform_recipe<bf16> {
    static constexpr std::string_view name = "odd";
    using feed_forward = precision<i32, bf16>;
};
// [/broken]

#ifndef POSITIVE_CONTROL
constexpr auto deployed = decode(models::llama_2_7b, 1, 1024, odd{});
#else
constexpr auto deployed = decode(models::llama_2_7b, 1, 1024, weight_only<int4_g128, bf16>);
#endif
static_assert(min_time(deployed, hw::a100_sxm_80gb) > 0.1_ms && place(deployed, hw::a100_sxm_80gb).memory_bound());
static_assert(tokens_per_second(deployed, hw::a100_sxm_80gb) > 0);
