// SPDX-License-Identifier: BSL-1.0
#include "constants/rows.hpp"

#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;
using constants::answers;
using constants::extents;

namespace {

/// A phase as a whole, and each of its kernels.
template<class Phase, class M>
constexpr void ask_of(answers& told, const Phase& p, const M& m) {
    const auto placed = place(p, m);
    told.add("time", placed.time);
    told.add("limit", placed.limit);
    told.add("work", placed.work);
    told.add("traffic", placed.traffic);
    told.add("attainable", placed.attainable());
    told.add("intensity", placed.intensity());
    double sum = 0;
    for (const kernel_placement& k : placed) sum += k.time.value() / k.share;
    told.add("shares", sum);
    told.add("longest share", placed[placed.size() - 1].share);
    told.add("min_time", min_time(p, m));
    told.add("min_time, any_cache", min_time(p, m, any_cache));
    told.add("memory_bound", memory_bound(p, m));
    told.add("compute_bound", compute_bound(p, m, any_cache));
    told.add("bound_by", bound_by<memory<dram>>(p, m));
    told.add("tokens_per_second", tokens_per_second(p, m));
    told.add("memory_needed", memory_needed(p));
    told.add("fits", fits(p, m));
}
template<class Phase, class M>
constexpr void ask_of_kernels(answers& told, const Phase& p, const M& m) {
    for (const kernel_placement& k : place(p, m, any_cache)) {
        told.add("time of a kernel", k.time);
        told.add("its work", k.work);
    }
}

/// Typed and flat machines of the catalogue, whose rates are hidden with `one`.
template<class Make, class M>
struct typed {
    constexpr answers operator()(const extents& e, double) const {
        answers told{};
        const auto p = Make{}(e);
        ask_of(told, p, M::value());
        ask_of_kernels(told, p, M::value());
        return told;
    }
};
template<class Make, class M>
struct flat {
    constexpr answers operator()(const extents& e, double) const {
        answers told{};
        const auto p = Make{}(e);
        ask_of(told, p, any_machine(M::value()));
        ask_of_kernels(told, p, any_machine(M::value()));
        return told;
    }
};

struct a100 {
    static constexpr const auto& value() { return hw::a100_sxm_80gb; }
};
struct h200 {
    static constexpr const auto& value() { return hw::h200_sxm; }
};
struct gb200 {
    static constexpr const auto& value() { return hw::gb200; }
};

/// One row a phase.
template<class M>
struct on_machine {
    constants::tally& all;

    template<class Make>
    void operator()(const char* name, Make) const {
        constants::compare(all, name, typed<Make, M>{}, flat<Make, M>{});
    }
};

}  // namespace

int main() {
    constants::tally all;
    const on_machine<a100> a{all};
    a("decode, Llama-2-7B", [](const extents& e) { return decode(models::llama_2_7b, e[0], 1000 + e[2], uniform<fp16>); });
    a("prefill, Llama-2-7B, separate kernels", [](const extents& e) {
        return prefill(models::llama_2_7b, e[0], 8 * e[2], 8 * e[2] + e[1], weight_only<int4_g128, fp16>, separate_kernels{});
    });
    a("verify, LLaMA-33B", [](const extents& e) { return verify(models::llama_33b, e[0] % 3 + 1, 500 + e[1], 5, uniform<fp16>); });
    a("verify a tree, GPT-2 large", [](const extents& e) {
        return verify(models::gpt2_large, e[0] % 3 + 1, 500 + e[1], candidate_tree(-1, 0, 0, 1), uniform<fp16>);
    });
    const on_machine<h200> h{all};
    h("decode, DeepSeek-R1 in FP8", [](const extents& e) {
        return decode(models::deepseek_r1, e[0], 4000 + e[2], recipes::deepseek_r1_fp8{}, distinct_experts::expected_uniform);
    });
    const on_machine<gb200> g{all};
    g("decode, DeepSeek-R1 in NVFP4", [](const extents& e) {
        return decode(models::deepseek_r1, 7 * e[0], 1000 + e[2], recipes::deepseek_r1_nvfp4{}, distinct_experts::expected_uniform);
    });
    g("prefill, DeepSeek-R1 in NVFP4", [](const extents& e) {
        return prefill(models::deepseek_r1, e[0] % 3 + 1, 1000 + e[2], recipes::deepseek_r1_nvfp4{}, distinct_experts::most);
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
