// SPDX-License-Identifier: BSL-1.0
// Llama-2-7B in fp16: the sum of the kernels' bounds beside the totals that need no kernels, and where it lies above them.

#include "common/run.hpp"

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/hardware/a6000.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <cstdint>
#include <initializer_list>
#include <iostream>
#include <string>
#include <string_view>

using namespace roofline;

namespace {

constexpr auto llama = models::llama_2_7b;
constexpr auto a100 = hw::a100_sxm_80gb;  // 312 TFLOP/s, 2039 GB/s

// 154.84 TFLOP/s where the white paper prints 154.8: half of the 309.677 of sparse products.
constexpr auto a6000 = machine<"A6000">(
    ceiling<matrix_math<fp16>>(154.84_TFLOPS, as_published("LLM-Viewer, hardware parameters: 309.677 / 2")),
    ceiling<vector_math<fp32>>(38.7_TFLOPS, source<vector_math<fp32>>(hw::a6000)),
    unpublished<special_math<special::exp2>>(), unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::rsqrt>>(),
    ceiling<memory<dram>>(768_GBps, source<memory<dram>>(hw::a6000)));

// A prompt: all products and causal attention at the peak, the head for its last token.
template<class Phase, class M>
constexpr units::duration at_the_peak(const Phase& prompt, const M& machine) {
    return work(prompt) / rate<matrix_math<fp16>>(machine);
}
// A token: every matrix but the embedding table, and the cache, read once.
template<class Phase, class M>
constexpr units::duration read_once(const Phase& token, const M& machine) {
    const units::traffic not_read = (llama.vocabulary + (2 * 32 + 1)) * llama.hidden * 2_B;  // the table, and 65 norms
    return (memory_needed(token) - not_read) / rate<memory<dram>>(machine);
}

using report::align, report::engineering, report::significant;

template<class Phase, class M>
void compare(report::table& t, std::string_view name, const Phase& phase, units::duration total, const M& machine) {
    const units::duration sum = min_time(phase, machine);
    const pass& p = phase.extents();
    t.row({name, p.batch, p.context, machine.name, engineering(total, 6), engineering(sum, 6), engineering(sum - total, 4),
           significant(100 * (sum / total - 1), 3)});
}
template<class M>
void prompts_and_tokens(report::table& t, const M& machine, std::int64_t batch, std::int64_t context) {
    const auto prompt = prefill(llama, batch, context, uniform<fp16>);
    const auto token = decode(llama, batch, context, uniform<fp16>);
    compare(t, "prefill", prompt, at_the_peak(prompt, machine), machine);
    compare(t, "decode", token, read_once(token, machine), machine);
}

/// Time of the kernels of these names.
template<class Phase>
units::duration time_of(const Phase& phase, std::initializer_list<std::string_view> names) {
    units::duration sum{};
    const auto placed = place(phase, a100);
    for (const kernel_placement& k : placed)
        for (const std::string_view name : names)
            if (k.name == name) sum += k.time;
    return sum;
}

report::table causes() {
    const auto prompt = prefill(llama, 1, 2048, uniform<fp16>);
    const auto token = decode(llama, 1, 2048, uniform<fp16>);
    const units::duration of_prompt = at_the_peak(prompt, a100), of_token = read_once(token, a100);
    report::table t({{"above the total"}, {"prefill", align::right}, {"decode", align::right}});
    const auto row = [&](std::string_view name, std::initializer_list<std::string_view> kernels) {
        t.row({name, time_of(prompt, kernels), time_of(token, kernels)});
    };
    row("norms", {"input_norm", "post_attention_norm", "final_norm"});
    row("activation", {"silu_and_mul"});
    row("rotary positions", {"rope"});
    row("append to the cache", {"kv_cache_append"});
    row("look-up of embeddings", {"embedding"});
    const std::initializer_list<std::string_view> products{"qkv_proj",     "attention", "o_proj",
                                                           "gate_up_proj", "down_proj", "lm_head"};
    t.row({"products, attention and head", time_of(prompt, products) - of_prompt, time_of(token, products) - of_token});
    t.rule();
    t.row({"all", min_time(prompt, a100) - of_prompt, min_time(token, a100) - of_token});
    return t;
}

}  // namespace

int main() {
    return example::run("model_cross_checks", [] {
        report::table t({{"phase"}, {"batch", align::right}, {"context", align::right}, {"machine"}, {"total", align::right},
                         {"sum of kernels", align::right}, {"above", align::right}, {"%", align::right}});
        prompts_and_tokens(t, a100, 1, 2048);
        prompts_and_tokens(t, a100, 1, 4096);
        prompts_and_tokens(t, a100, 16, 4096);
        prompts_and_tokens(t, a6000, 1, 2048);
        std::cout << "Llama-2-7B in fp16\n\n" << report::terminal(t);
        std::cout << "\nOn the A100, batch 1, context 2048\n\n" << report::terminal(causes());
    });
}
