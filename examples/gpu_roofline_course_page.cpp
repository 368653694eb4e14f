// SPDX-License-Identifier: BSL-1.0
// Recomputes a course page on GPU rooflines: the A100 with a ceiling per format, operators of Llama-2-7B below it, what an
// optimisation buys, four drills, and what the page leaves out.

#include "common/illustrated.hpp"
#include "course_page/claims.hpp"

#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/op/collective.hpp>

using namespace course_page;
using report::align;

// [chart]
chart::plot ceilings_and_operators() {
    const auto dot = [](std::string name, const auto& op, std::string shape = "") {
        return chart::at(std::move(name), place(op, a100), std::move(shape));
    };
    chart::plot p("A100 80GB SXM4: a ceiling per format, Llama-2-7B below", "a layer in fp16, prompt 2048, context 4096");
    p.roof<matrix_math<i8>, matrix_math<fp16>, matrix_math<bf16>, matrix_math<tf32>, matrix_math<fp64>, memory<dram>>(a100)
        .roof<vector_math<fp16>, vector_math<bf16>, vector_math<fp32>, vector_math<fp64>>(a100)
        .ceiling("fp16 2:4 sparse", rate<matrix_math<fp16, fp32, sparse_2_4>>(a100), std::string(a100.name))
        .measured_ceiling("bf16 matmul", best_timed.performance())
        .ridge<matrix_math<fp16>>(a100)
        .bounds("prefill", {dot("FFN", linear(P)), dot("attention, unfused", unfused), dot("attention, fused", fused)})
        .bounds("decode", {dot("attention and products, batch 1", decode_attention(), "attention"),
                           dot("", layer(1), "the six products of a layer, batch 1"),
                           dot("attention, int8 cache", decode_attention<i8>()), dot("FFN, batch 16", linear(16)),
                           dot("FFN, batch 32", linear(32))})
        .intensities(0.4_FLOPpB, 20'000_FLOPpB);
    return p;
}
// [/chart]

report::table operators() {
    report::table t({{"operator"},
                     {"work", align::right},
                     {"traffic", align::right},
                     {"FLOP/B", align::right},
                     {"bound by"},
                     {"attainable", align::right},
                     {"of the peak", align::right},
                     {"time", align::right}});
    const auto row = [&](const char* name, const auto& op) {
        const auto p = place(op, a100);
        t.row({name, p.work(), p.traffic(), engineering(p.intensity()).bare(), std::string(p.limit.name), p.attainable(),
               percent(p.peak_fraction()), p.time});
    };
    row("prefill FFN, (2048,d) x (d,4d)", linear(P));
    row("prefill attention, unfused", unfused);
    row("prefill attention, fused", fused);
    row("prefill attention, fused, causal", causal_fused);
    t.rule();
    row("decode attention", decode_attention());
    row("decode attention, int8 cache", decode_attention<i8>());
    row("decode, six products, batch 1", layer(1));
    row("decode FFN, batch 16", linear(16));
    row("decode FFN, batch 32", linear(32));
    row("decode FFN, batch 256", linear(256));
    return t;
}

// [speedups]
report::table optimisations() {
    report::table t({{"optimisation"},
                     {"FLOP/B", align::right},
                     {"after", align::right},
                     {"speed-up", align::right},
                     {"then bound by"}});
    const auto row = [&](const char* name, const auto& before, const auto& after) {
        t.row({name, engineering(intensity(before)).bare(), engineering(intensity(after)).bare(),
               significant(speedup(before, after, a100), 3), std::string(place(after, a100).limit.name)});
    };
    row("fusion: prefill attention without scores in memory", unfused, fused);
    row("a causal mask: half of the products", fused, causal_fused);
    row("quantisation: an int8 cache", decode_attention(), decode_attention<i8>());
    row("quantisation: int4 weights at batch 1", layer(1), layer<int4_g128>(1));
    row("quantisation: int4 weights in prefill", layer(P), layer<int4_g128>(P));
    row("batching: 16 sequences in one step, not one by one", repeat(linear(1), 16), linear(16));
    row("batching: 256 sequences", repeat(linear(1), 256), linear(256));
    row("sharing: 8 heads of keys and values, not 32", decode_attention(), decode_attention<fp16, 8>());
    return t;
}
// [/speedups]

// [drills]
report::table drills() {
    constexpr auto decode = decode_attention();
    constexpr auto int8_cache = decode_attention<i8>();
    static_assert(memory_bound(decode, page_h100) && memory_bound(int8_cache, page_h100));
    const double cache_share = footprint(tensor<fp16, 2, heads, S, head>{}) / traffic(decode);

    report::table t({{"drill"}, {"answer"}, {"why"}});
    t.row({"1. The machine balance of an H100 in fp16, 989 TFLOP/s and 3.35 TB/s",
           words(engineering(ridge<matrix_math<fp16>>(page_h100))), "the ridge: peak by bandwidth"});
    t.rule().row(
        {"2. Decode attention on it",
         words(engineering(attainable(decode, page_h100), 3), ", ", percent(peak_fraction(decode, page_h100), 2),
               " of the peak"),
         words(engineering(intensity(decode), 3), " is left of ", engineering(ridge<matrix_math<fp16>>(page_h100)))});
    t.rule().row({"3. Flash-decoding raises its intensity 4 times: where does the dot move, how much faster is it?",
                  "It would go up the slope, 4 times as fast; but it does not move.",
                  words(percent(cache_share, 4),
                        " of its traffic is the cache, read once. No kernel moves less: what "
                        "shared memory keeps was never read twice. Grouped heads, a smaller cache or a shared prefix "
                        "move the dot; flash-decoding gets the kernel nearer to it.")});
    t.rule().row({"4. The cache in int8",
                  words(engineering(intensity(int8_cache), 3), ", ", engineering(attainable(int8_cache, page_h100), 3), ", ",
                        significant(speedup(decode, int8_cache, page_h100), 3), " times as fast"),
                  "half of the bytes for the same work"});
    return t;
}
// [/drills]

// [left_out]
report::table left_out() {
    // Two of four weights are zero: (1,d) x (d,4d) and (2048,d) x (d,4d).
    constexpr auto pruned = [](std::int64_t rows) { return linear<4 * d, pruned_2_4<fp16>>(rows); };

    // The FFN of a prompt split over 8 GPUs: each has 1/8 of both weights, and the results are added up over NVLink.
    constexpr auto up = matmul(tensor<fp16, P, d>{}, tensor<fp16, d, 4 * d / 8>{});  // (P,d) x (d,4d/8) -> (P,4d/8)
    constexpr auto down = matmul(up.result(), tensor<fp16, 4 * d / 8, d>{});         // (P,4d/8) x (4d/8,d) -> (P,d)
    constexpr auto sum = all_reduce<scale_up>(down.result(), ranks<8>);
    constexpr auto at_once = overlap(up, down, sum);

    // A decode step of the whole model, norms and head included, and the memory that it runs from.
    constexpr auto step = decode(models::llama_2_7b, 1, S, uniform<fp16>);

    report::table t({{"ceiling"}, {"rate"}, {"what it means here"}});
    t.row({"2:4 sparsity", words(engineering(rate<matrix_math<fp16, fp32, sparse_2_4>>(a100))),
           words("the FFN with pruned weights: prefill ", significant(speedup(linear(P), pruned(P), a100), 3),
                 " times as fast, decode ", significant(speedup(linear(1), pruned(1), a100), 3),
                 ", since a pruned weight takes 9 bit with its index, not 8")});
    t.rule().row(
        {"NVLink", words(engineering(rate<interconnect<scale_up>>(a100)), " in one direction"),
         words("a ridge of its own at ", engineering(ridge<matrix_math<fp16>, interconnect<scale_up>>(a100)),
               " sent. The FFN of a prompt on 8 GPUs has at most ", engineering(intensity<interconnect<scale_up>>(at_once)),
               ": bound by ", place(at_once, a100).limit.name, " if the sum runs beside the products; NVLink is then busy ",
               percent(utilization<interconnect<scale_up>>(at_once, a100), 2), " of the time")});
    t.rule().row({"board power", words(engineering(rate<board_power>(a100))),
                  words("a decode step of Llama-2-7B takes at least ", engineering(min_time(step, a100), 3),
                        ", cache and head included, and up to ", engineering(energy_at_power_limit(step, a100), 3),
                        " in that time. How far clocks fall at the limit nobody publishes, so it moves no roof")});
    return t;
}
// [/left_out]

example::illustrated recomputed() {
    report::document opening;
    opening.title("GPU rooflines: a course page, recomputed")
        .paragraph(
            "Each operand is read once and each result written once, at its own width; times are bounds. The chart is that "
            "of the card that is sold. Claims are judged on the page's own machine: 312 TFLOP/s in fp16, 2 TB/s.");
    report::document text;
    text.paragraph(
            words("Dashed: the fastest of 640 bf16 products out of aiconfigurator's measurements (sglang 0.5.10, A100 80GB "
                  "SXM4), (3328,10240) x (10240,1024) in ",
                  engineering(best_timed.time), ", ", percent(best_timed.performance() / rate<matrix_math<bf16>>(a100)),
                  " of the peak."))
        .table(operators())
        .heading("What the page says")
        .table(claims())
        .heading("What an optimisation buys")
        .table(optimisations())
        .heading("The four drills")
        .table(drills())
        .heading("What the page leaves out")
        .table(left_out());
    return {"gpu_roofline_course_page",
            std::move(opening),
            {{"gpu_roofline_course_page", ceilings_and_operators(), std::move(text)}}};
}

int main(int count, char** values) {
    return example::run_illustrated("gpu_roofline_course_page",
                                    "Recomputes a course page on GPU rooflines: A100, Llama-2-7B.", recomputed, count,
                                    values);
}
