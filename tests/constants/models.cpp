// SPDX-License-Identifier: BSL-1.0
#include "constants/phases.hpp"

#include <roofline/models.hpp>

using namespace roofline;
using constants::answers;
using constants::extents;

namespace {
struct a100 {
    static constexpr const auto& value() { return hw::a100_sxm_80gb; }
};
}  // namespace

int main() {
    constants::tally all;
    const constants::compare_phases<a100> a{all};
    a("decode, Llama-2-7B", [](const extents& e) { return decode(models::llama_2_7b, e[0], 1000 + e[2], uniform<fp16>); });
    a("prefill, Llama-2-7B, separate kernels", [](const extents& e) {
        return prefill(models::llama_2_7b, e[0], 8 * e[2], 8 * e[2] + e[1], weight_only<int4_g128, fp16>, separate_kernels{});
    });
    a("verify, LLaMA-33B", [](const extents& e) { return verify(models::llama_33b, e[0] % 3 + 1, 500 + e[1], 5, uniform<fp16>); });
    a("verify a tree, GPT-2 large", [](const extents& e) {
        return verify(models::gpt2_large, e[0] % 3 + 1, 500 + e[1], candidate_tree(-1, 0, 0, 1), uniform<fp16>);
    });
    constants::compare(all, "what serving asks", [](const extents& e, double one) {
        answers told{};
        constexpr auto& m = hw::a100_sxm_80gb;
        told.add("parameters", static_cast<double>(parameters(models::deepseek_r1)));
        told.add("weight_footprint", weight_footprint(models::deepseek_r1, recipes::deepseek_r1_nvfp4{}));
        told.add("cache_footprint", cache_footprint(models::deepseek_r1, recipes::deepseek_r1_fp8{}, 100 + e[0]));
        told.add("largest_batch", static_cast<double>(largest_batch(models::llama_2_7b, 1000 + e[1], uniform<fp16>, m)));
        told.add("energy", energy_at_power_limit(decode(models::llama_2_7b, e[0], 1000 + e[1], uniform<fp16>), m));
        for (int n = 1; n < 9; ++n) told.add("expected_tokens", expected_tokens(0.83 * one, n + e[0] % 3));
        for (int t = 1; t < 40; t += 3)
            told.add("distinct experts", distinct_experts::expected_uniform(e[1], 1 + e[0] % 3, t * e[2]));
        return told;
    });
    return all.report("models");
}
