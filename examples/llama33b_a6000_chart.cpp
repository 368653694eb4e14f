// SPDX-License-Identifier: BSL-1.0
// Recomputes a published roofline chart of LLaMA-33B on an A6000, prompts ("init") and decoding ("ar"), on the machine
// that it draws and on the card that is sold.

#include "common/illustrated.hpp"
#include "llama_33b/sweep.hpp"

#include <roofline/hardware/a6000.hpp>

using namespace llama_33b;
using report::engineering, report::significant;

constexpr auto published_a6000 =
    machine<"A6000 as published">(ceiling<matrix_math<fp16>>(181_TFLOPS, as_published("horizontal line of the chart")),
                                  ceiling<memory<dram>>(768_GBps, as_published("line of the chart, drawn horizontally")));

static_assert(ridge<matrix_math<fp16>>(published_a6000) > 235_FLOPpB);  // the chart: 100
static_assert(memory_bound(up(64), published_a6000));
static_assert(attainable(up(64), published_a6000) < 48.6_TFLOPS);  // the chart: near 100

template<class Machine>
std::vector<swept> series_on(const Machine& machine) {
    return {sweep("qkv mlp init", machine, [](auto b, auto s) { return qkv(b * s); }),
            sweep("qkv mlp ar", machine, [](auto b, auto) { return qkv(b); }),
            sweep("up/gate/down init", machine, [](auto b, auto s) { return up(b * s); }),
            sweep("up/gate/down ar", machine, [](auto b, auto) { return up(b); }),
            sweep("qk/pv init", machine, [](auto b, auto s) { return qk(b, s, s); }),
            sweep("qk/pv ar", machine, [](auto b, auto s) { return qk(b, 1, s); })};
}

template<class Machine>
chart::plot roof_of(const Machine& machine) {
    chart::plot p(words("LLaMA-33B on an ", machine.name),
                  "fp16; batch 1 to 64, sequence 128 to 8192; what the roof allows at best");
    p.roof<matrix_math<fp16>, memory<dram>>(machine).template ridge<matrix_math<fp16>>(machine);
    return p;
}

/// `all` is series_on the published machine.
report::table what_it_says(const std::vector<swept>& all) {
    const auto ar = place(up(64), published_a6000);
    int configurations = 0, memory_bound = 0;
    for (const swept& s : all) {
        configurations += s.configurations;
        memory_bound += s.memory_bound;
    }

    report::table t = claims();
    t.row({"an A6000 has 181 TFLOP/s", words(engineering(rate<matrix_math<fp16>>(hw::a6000)), ", dense, in fp16 and bf16"),
           words("wrong, ", significant(100 * (181_TFLOPS / rate<matrix_math<fp16>>(hw::a6000) - 1), 2),
                 " % high: 181 is the peak of an L40; only the memory is an A6000's")});
    t.rule().row({"the ridge is at 100 FLOP/B",
                  words("181 TFLOP/s / 768 GB/s = ", engineering(ridge<matrix_math<fp16>>(published_a6000)),
                        "; on the card that is sold ", engineering(ridge<matrix_math<fp16>>(hw::a6000))),
                  words("wrong: at 100 FLOP/B the roof is at ", engineering(100_FLOPpB * 768_GBps), ", still rising")});
    t.rule().row({"10G = 1e7, 181 TFLOP/s = 1.81e13, 768 GB/s = 7.68e8", "1e10, 1.81e14, 7.68e11",
                  "wrong: slips of 1000, 10 and 1000"});
    t.rule().row({"768 GB/s is a horizontal line",
                  words("a slope: ", engineering(768_GBps * 1_FLOPpB), " at 1 FLOP/B, ", engineering(768_GBps * 100_FLOPpB),
                        " at 100"),
                  "wrong: an axis of FLOP/s has no place for GB/s. Here it does not compile"});
    t.rule().row({"points between the lines, above the blue one, are memory-bound", "no point lies above a line",
                  "wrong: both lines are ceilings; memory-bound are the points left of the ridge"});
    t.rule().row({"points below both lines are limited by both", "each bound lies on one line",
                  "wrong: a kernel below its roof is limited by something that is not on the chart"});
    t.rule().row({"up/gate/down ar is near 100 TFLOP/s, close to the peak",
                  words("at most ", engineering(ar.intensity()), " and ", engineering(ar.attainable(), 3), ", ",
                        significant(100 * ar.peak_fraction(), 2), " % of the peak"),
                  "wrong: 64 sequences are 64 rows, and a weight read for 64 rows gives less than 64 FLOP/B"});
    t.rule().row({"ar shows higher performance than init",
                  words("qkv: ar ends at ", engineering(all[1].points.back().performance, 3), ", init begins at ",
                        engineering(all[0].points.front().performance, 3)),
                  "wrong, the reverse: a prompt multiplies every weight by at least 128 rows"});
    t.rule().row({"qk/pv init lies below 10 TFLOP/s",
                  words(engineering(all[4].points.front().performance, 3), " to ",
                        engineering(all[4].points.back().performance, 3), " are possible"),
                  "right as a measurement, but then far below its roof: it is no bound of the card"});
    t.rule().row({"qk/pv are the most memory-bound",
                  words("ar: ", engineering(all[5].points.front().intensity, 3).bare(), " to ",
                        engineering(all[5].points.back().intensity, 3)),
                  "right for ar: each sequence has keys of its own, so that no batch helps"});
    t.rule().row({"most operations are memory-bound, below 100 FLOP/B",
                  words(memory_bound, " of ", configurations, ", left of the ridge"),
                  "right, but 100 FLOP/B does not part them"});
    return t;
}

example::figure drawn() {
    const std::vector<swept> all = series_on(published_a6000);
    report::document text;
    text.table(ranges(all)).heading("What the chart says").table(what_it_says(all));
    chart::plot p = with_bounds(roof_of(published_a6000), all);
    p.marked("drawn at", 100_FLOPpB);
    return {"llama33b_a6000_chart", std::move(p), std::move(text)};
}

example::figure sold() {
    const std::vector<swept> all = series_on(hw::a6000);
    report::document text;
    text.table(ranges(all))
        .paragraph("Left of the ridge nothing changes, since the memory is the same. Prompts lose what the published peak "
                   "promised: their products are compute-bound, and the card has 154.8 TFLOP/s.");
    return {"llama33b_a6000_chart_as_sold", with_bounds(roof_of(hw::a6000), all), std::move(text)};
}

example::illustrated recomputed() {
    report::document opening;
    opening.title("LLaMA-33B on an A6000: a published chart, recomputed")
        .paragraph("The chart shows measured products of a layer over batch 1 to 64 and sequence 128 to 8192, in powers of "
                   "two: 49 configurations a series, for prompts (init) and for decoding (ar). Its measurements are not "
                   "printed; what follows are bounds. Many configurations share a point: the products with weights know "
                   "only how many rows they have, attention only the sequence. Up, gate and down lie on qkv: their "
                   "intensities are nearly the same.")
        .paragraph("Each operand is read once and each result written once, in fp16; the scores of attention go to memory.");
    return {"llama33b_a6000_chart", std::move(opening), {drawn(), sold()}};
}

int main(int count, char** values) {
    return example::run_illustrated("llama33b_a6000_chart",
                                    "Recomputes a published roofline chart of LLaMA-33B on an A6000.", recomputed, count,
                                    values);
}
