// SPDX-License-Identifier: BSL-1.0
// Serving Llama-2-7B: what a prompt and a token cost at least, how the batch helps, how many sequences fit.

#include "common/run.hpp"

// [phases]
#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>
using namespace roofline;

constexpr auto gpu = hw::a100_sxm_80gb;
constexpr auto llama = models::llama_2_7b;

constexpr auto prompt = prefill(llama, 1, 2048, uniform<fp16>);  // 1 sequence of 2048 tokens
constexpr auto token = decode(llama, 1, 2048, uniform<fp16>);    // its next token, which attends to 2048 keys
static_assert(compute_bound(prompt, gpu) && min_time(prompt, gpu) < 100_ms);
static_assert(memory_bound(token, gpu) && min_time(token, gpu) > 7_ms);
// [/phases]

#include <roofline/report.hpp>

#include <cstdint>
#include <iostream>
#include <string_view>
#include <vector>

// [step]
// A decode step of Llama-2-7B, 16 sequences of 4096 tokens: all kernels of 32 layers, one after the other.
constexpr auto served = decode(models::llama_2_7b, 16, 4096, uniform<fp16>);
static_assert(memory_bound(served, hw::a100_sxm_80gb) && fits(served, hw::a100_sxm_80gb));
static_assert(min_time(served, hw::a100_sxm_80gb) > 23.3_ms && tokens_per_second(served, hw::a100_sxm_80gb) < 700);
// [/step]

// [ask]
static_assert(bound_by<memory<dram>>(token, gpu) && intensity(token) < 1_FLOPpB);
constexpr auto on_gpu = place(token, gpu);
static_assert(on_gpu.size() == 14 && on_gpu["attention"].layers == 32 && on_gpu["attention"].share < 0.08);
static_assert(on_gpu["lm_head"].limit == resource_of<memory<dram>> && on_gpu["lm_head"].time > 128_us);
static_assert(traffic(decode(llama, 1, 2048, uniform<fp16>, separate_kernels{})) > traffic(token));
// [/ask]

// [recipe]
// Weights in 4 bit, the cache in 8: a recipe is a struct, and only differences are said.
struct small : weight_only_recipe<int4_g128, fp16> {
    static constexpr std::string_view name = "W4A16, cache in FP8";
    using kv_cache = fp8;
};
constexpr auto small_token = decode(llama, 1, 2048, small{});
static_assert(speedup(token, small_token, gpu) > 3.4);
// [/recipe]

// [memory]
static_assert(parameters(llama) == 6'738'415'616);
static_assert(weight_footprint(llama, uniform<fp16>) == 2 * 6'738'415'616_B);
static_assert(cache_footprint(llama, uniform<fp16>, 1) == 512_KiB);  // of each token
static_assert(memory_needed(served) == 2 * 6'738'415'616_B + 32_GiB);
static_assert(largest_batch(llama, 4096, uniform<fp16>, gpu) == 30);
// [/memory]

// [speculation]
// A draft guesses 4 tokens, each right with a chance of 0.8; the model scores them and its own in one pass.
constexpr auto checked = verify(llama, 1, 2052, 5, uniform<fp16>);
constexpr double kept = expected_tokens(0.8, 4);           // 3.36
static_assert(speedup(token, checked, gpu) > 0.99);        // five tokens take hardly longer than one
static_assert(kept * speedup(token, checked, gpu) > 3.3);  // the draft's own time comes on top

// A tree: two guesses, two behind the first and one behind the second.
constexpr auto branching = verify(llama, 1, 2053, candidate_tree(-1, 0, 0, 1, 1, 2), uniform<fp16>);
static_assert(branching.scored_tokens() == 6 && memory_bound(branching, gpu));
// [/speculation]

// [experts]
constexpr recipes::deepseek_r1_nvfp4 nvfp4_experts;
constexpr auto at_least = decode(models::deepseek_r1, 64, 4096, nvfp4_experts);  // all 64 tokens pick the same 8 of 256
constexpr auto likely = decode(models::deepseek_r1, 64, 4096, nvfp4_experts, distinct_experts::expected_uniform);
static_assert(speedup(likely, at_least, hw::b200) > 5);
// [/experts]

namespace {

template<class Phase>
report::table kernels(const Phase& phase) {
    using report::align, report::engineering, report::significant;
    report::table t({{"kernel"}, {"runs", align::right}, {"FLOP", align::right}, {"bytes", align::right}, {"limit"},
                     {"time", align::right}, {"% of it", align::right}});
    const auto placed = place(phase, gpu);
    for (const kernel_placement& k : placed)
        t.row({k.name, k.layers, engineering(k.work).bare(), engineering(k.traffic).bare(), k.limit.name, k.time,
               significant(100 * k.share, 3)});
    t.rule();
    t.row({"all", "", engineering(placed.work).bare(), engineering(placed.traffic).bare(), placed.limit.name, placed.time,
           ""});
    return t;
}

report::table batches(std::int64_t context) {
    using report::align;
    report::table t({{"batch", align::right}, {"step", align::right}, {"tokens/s", align::right}, {"limit"},
                     {"energy a token at 400 W", align::right}, {"fits"}});
    for (const std::int64_t batch : {1, 2, 4, 8, 16, 32, 64}) {
        const auto p = decode(llama, batch, context, uniform<fp16>);
        const auto placed = place(p, gpu);
        t.row({batch, placed.time, static_cast<std::int64_t>(tokens_per_second(p, gpu)), placed.limit.name,
               energy_at_power_limit(p, gpu) / static_cast<double>(batch), fits(p, gpu) ? "yes" : "no"});
    }
    return t;
}

// [machines]
struct w8a8 : uniform_recipe<bf16> {
    static constexpr std::string_view name = "projections in FP8";
    using attention = precision<fp8>;
    using feed_forward = precision<fp8>;
};

report::table machines() {
    using report::align;
    report::table t({{"machine"}, {"sequences", align::right}, {"step or what is missing"}});
    for (const any_machine& m : std::vector<any_machine>{hw::a6000, hw::a100_sxm_80gb, hw::h100_sxm, hw::b200}) {
        const std::int64_t most = largest_batch(llama, 4096, w8a8{}, m);
        try {
            t.row({m.name(), most, min_time(decode(llama, most, 4096, w8a8{}), m)});
        } catch (const unsupported& refusal) {
            t.row({m.name(), most, refusal.what()});
        }
    }
    return t;
}
// [/machines]

}  // namespace

int main() {
    return example::run("serving_llama", [] {
        std::cout << "A prompt of 2048 tokens\n\n" << report::terminal(kernels(prompt));
        std::cout << "\nThe next token\n\n" << report::terminal(kernels(token));
        std::cout << "\nTokens at a context of 4096\n\n" << report::terminal(batches(4096));
        std::cout << "\nAs many sequences of 4096 as fit, projections in FP8\n\n" << report::terminal(machines());

        std::cout << "\nWhat memory binds at a batch of 256 and a context of 128\n\n";
        // [operators]
        for (const named_operator& o : decode(llama, 256, 128, uniform<fp16>).operators())
            if (memory_bound(o.op, gpu)) std::cout << o.name << " x " << o.layers << "\n";
        // [/operators]
    });
}
