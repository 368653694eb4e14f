// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/model/weights.hpp>
#include <roofline/models.hpp>

using namespace roofline;

// The numbers of the released checkpoints, to the last parameter.

TEST_CASE("LLaMA-33B") { STATIC_CHECK(parameters(models::llama_33b) == 32'528'943'616); }
TEST_CASE("Llama-2-7B") { STATIC_CHECK(parameters(models::llama_2_7b) == 6'738'415'616); }
TEST_CASE("GPT-2 large") { STATIC_CHECK(parameters(models::gpt2_large) == 774'030'080); }
TEST_CASE("DeepSeek-R1 without its multi-token prediction layer") {
    STATIC_CHECK(parameters(models::deepseek_r1) == 671'026'419'200);
    STATIC_CHECK(layer_count(models::deepseek_r1) == 61);
}

TEST_CASE("a tied head and a table of positions are counted once each") {
    constexpr auto untied = [] {
        auto model = models::gpt2_large;
        model.tied = false;
        return model;
    }();
    STATIC_CHECK(parameters(untied) - parameters(models::gpt2_large) == 1280 * 50257);
    constexpr auto rotary = [] {
        auto model = models::gpt2_large;
        model.learned_positions = 0;
        return model;
    }();
    STATIC_CHECK(parameters(models::gpt2_large) - parameters(rotary) == 1280 * 1024);
}
