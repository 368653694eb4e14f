// SPDX-License-Identifier: BSL-1.0
// Recomputes a published roofline chart of LLaMA-33B on an A100 80GB PCIe: decoding ("ar") and speculation with 16 to 112
// candidates a sequence ("spec"), and beside them prompts ("init").

#include "common/illustrated.hpp"
#include "llama_33b/sweep.hpp"

#include <roofline/hardware/a100_pcie_80gb.hpp>

using namespace llama_33b;
using report::engineering, report::significant;

constexpr auto& a100 = hw::a100_pcie_80gb;  // the chart's own figures are these

static_assert(rate<matrix_math<fp16>>(a100) == 312_TFLOPS && rate<memory<dram>>(a100) == 1935_GBps);
static_assert(memory_bound(up(112), a100) && compute_bound(up(2 * 112), a100));
static_assert(memory_bound(qk(64, 112, 8192 + 112), a100));

/// init, ar and seven of spec. make(batch, queries, keys) is the operator, with so many queries and keys a sequence.
template<class Make>
std::vector<swept> phases(Make make) {
    std::vector<swept> all{sweep("init", a100, [&](auto b, auto s) { return make(b, s, s); }),
                           sweep("ar", a100, [&](auto b, auto s) { return make(b, 1, s); })};
    for (std::int64_t candidates = 16; candidates <= 112; candidates += 16)
        all.push_back(
            sweep(words("spec ", candidates), a100, [&](auto b, auto s) { return make(b, candidates, s + candidates); }));
    return all;
}

chart::plot roof_of(const char* products) {
    chart::plot p(words("LLaMA-33B on an A100 80GB PCIe: ", products),
                  "fp16; batch 1 to 64, sequence 128 to 8192; prompts, decoding and 16 to 112 candidates");
    p.roof<matrix_math<fp16>, memory<dram>>(a100).ridge<matrix_math<fp16>>(a100);
    return p;
}

/// What the document reads off its chart.
const std::vector<chart::point> readings{{"ar", 1_FLOPpB, 1.2_TFLOPS},         {"ar", 8_FLOPpB, 10_TFLOPS},
                                         {"spec 16", 16_FLOPpB, 20_TFLOPS},    {"spec 48", 50_FLOPpB, 60_TFLOPS},
                                         {"spec 80", 120_FLOPpB, 150_TFLOPS},  {"spec 112", 300_FLOPpB, 250_TFLOPS},
                                         {"spec 112", 3000_FLOPpB, 280_TFLOPS}};

report::table shares_of_roof() {
    using report::align;
    report::table t(
        {{"read off"}, {"FLOP/B", align::right}, {"seen", align::right}, {"roof", align::right}, {"share", align::right}});
    for (const chart::point& p : readings) {
        const auto slope = p.intensity * rate<memory<dram>>(a100);
        const auto roof = slope < 312_TFLOPS ? slope : 312_TFLOPS;
        t.row({p.label, engineering(p.intensity).bare(), p.performance, engineering(roof),
               words(significant(100 * (p.performance / roof), 3), " %")});
    }
    return t;
}

report::table what_it_says() {
    const auto range = [](std::int64_t candidates) {
        const auto low = place(up(candidates), a100), high = place(up(64 * candidates), a100);
        return words(engineering(low.intensity()).bare(), " to ", engineering(high.intensity()), " over the batches, ",
                     engineering(low.attainable()), " to ", engineering(high.attainable()));
    };
    report::table t = claims();
    t.row({"312 TFLOP/s, 1935 GB/s, ridge at about 161 FLOP/B",
           words("ridge at ", engineering(ridge<matrix_math<fp16>>(a100), 5)), "right"});
    t.rule().row({"ar: 1 to 8 FLOP/B, 1.2 to 10 TFLOP/s, memory-bound", range(1),
                  "memory-bound is right, the range is not: 64 sequences read each weight once for 64 rows"});
    t.rule().row({"spec 16: about 16 FLOP/B", range(16), "right for one sequence"});
    t.rule().row({"spec 48: about 50 FLOP/B", range(48), "right for one sequence"});
    t.rule().row({"spec 80: about 120 FLOP/B, in transition", range(80),
                  words("wrong: ", engineering(intensity(up(80)), 3).bare(), " with one sequence, ",
                        engineering(intensity(up(160))).bare(), " with two, and nothing between")});
    t.rule().row({"spec 112: about 300 to 3000 FLOP/B, compute-bound", range(112),
                  words("right from two sequences on, ", engineering(intensity(up(224))), "; one is left of the ridge")});
    t.rule().row({"250 to 280 TFLOP/s are close to the peak",
                  words(significant(100 * (250_TFLOPS / 312_TFLOPS), 3), " to ",
                        significant(100 * (280_TFLOPS / 312_TFLOPS), 3), " % of it"),
                  "right"});
    t.rule().row(
        {"beyond 100 candidates there is little to gain",
         words("from 96 to 112 one sequence gains ",
               significant(100 * (attainable(up(112), a100) / attainable(up(96), a100) - 1), 3), " %, two gain nothing"),
         words("it depends on the batch: what counts are ", *first_compute_bound(up, a100, 1, 10'000),
               " rows, sequences times candidates, from which on compute binds")});
    return t;
}

example::figure feed_forward() {
    const std::vector<swept> all = phases([](auto b, auto queries, auto) { return up(b * queries); });
    report::document text;
    text.table(ranges(all))
        .heading("What the chart says")
        .table(what_it_says())
        .paragraph("The points that the document reads off lie below their roofs, as they must:")
        .table(shares_of_roof());
    return {"llama33b_a100_speculative_chart",
            with_bounds(roof_of("up, gate and down"), all).measurements("as the document reads it", readings),
            std::move(text)};
}

example::figure projections() {
    const std::vector<swept> all = phases([](auto b, auto queries, auto) { return qkv(b * queries); });
    report::document text;
    text.table(ranges(all))
        .paragraph(
            words("A square weight is a little smaller than those of the MLP, so that inputs and outputs weigh more: ",
                  "compute binds from ", *first_compute_bound(qkv, a100, 1, 10'000), " rows on, not from ",
                  *first_compute_bound(up, a100, 1, 10'000), ". The chart does not show these products."));
    return {"llama33b_a100_speculative_chart_qkv", with_bounds(roof_of("q, k and v"), all), std::move(text)};
}

example::figure attention_products() {
    const std::vector<swept> all = phases([](auto b, auto queries, auto keys) { return qk(b, queries, keys); });
    const auto ar = intensity(qk(16, 1, 1024)), spec = intensity(qk(16, 64, 1024 + 64));
    report::document text;
    text.table(ranges(all))
        .paragraph(
            words("Every head of every sequence has keys and values of its own, so that the batch changes nothing and no ",
                  "point reaches the ridge. Candidates do: at 1024 tokens ar has ", engineering(ar, 3).bare(),
                  " FLOP/B and 64 candidates have ", engineering(spec), ", ", significant(spec / ar, 3),
                  " times as much. It is less than 64 times since the scores go to memory. The chart does not show these ",
                  "products."));
    return {"llama33b_a100_speculative_chart_attention", with_bounds(roof_of("qk and pv"), all), std::move(text)};
}

example::illustrated recomputed() {
    report::document opening;
    opening.title("LLaMA-33B on an A100 80GB PCIe: a published chart of speculative decoding, recomputed")
        .paragraph("The chart shows up, gate and down measured in decoding (ar) and with 16 to 112 candidates a sequence "
                   "(spec), which are verified at once. A product with a weight knows only how many rows it has: "
                   "sequences times candidates. Prompts (init) are beside them for comparison. Each series has 49 "
                   "configurations, many of which share a point.")
        .paragraph("Each operand is read once and each result written once, in fp16; the scores of attention go to memory.");
    return {"llama33b_a100_speculative_chart", std::move(opening), {feed_forward(), projections(), attention_products()}};
}

int main(int count, char** values) {
    return example::run_illustrated("llama33b_a100_speculative_chart",
                                    "Recomputes a published roofline chart of speculative decoding of LLaMA-33B on an A100.",
                                    recomputed, count, values);
}
