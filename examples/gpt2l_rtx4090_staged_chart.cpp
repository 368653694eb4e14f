// SPDX-License-Identifier: BSL-1.0
// Recomputes a published roofline chart of GPT-2 large on an RTX 4090, plain decoding and staged speculation: which of the
// two is nearer to its roof.

#include "common/illustrated.hpp"
#include "common/words.hpp"

#include <roofline/hardware/rtx_4090.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;
using example::words;
using report::engineering, report::significant;

constexpr auto& rtx_4090 = hw::rtx_4090;

/// What the document reads off its chart.
constexpr auto baseline_at = 1_FLOPpB, staged_at = 40_FLOPpB;
constexpr auto baseline = 200_GFLOPS, staged = 700_GFLOPS;

/// Both are left of the ridge, where the memory is the roof.
constexpr units::performance roof(units::intensity at) { return at * rate<memory<dram>>(rtx_4090); }

static_assert(staged_at < ridge<matrix_math<fp16>>(rtx_4090));
static_assert(staged / roof(staged_at) < baseline / roof(baseline_at));  // the document: "much closer"

std::string percent(double share, int digits = 3) { return words(significant(100 * share, digits), " %"); }

chart::plot roofs() {
    chart::plot p("GPT-2 large on an RTX 4090",
                  "points as read off a published chart, with their share of the roof; fp16/fp16 accumulates in fp16");
    p.roof<matrix_math<fp16>, matrix_math<fp16, fp16>, memory<dram>>(rtx_4090)
        .ridge<matrix_math<fp16>>(rtx_4090)
        .ridge<matrix_math<fp16, fp16>>(rtx_4090)
        .marked("drawn at", 200_FLOPpB)
        .measurements("baseline", {{percent(baseline / roof(baseline_at)), baseline_at, baseline, "decoding"}})
        .measurements("staged speculation", {{percent(staged / roof(staged_at)), staged_at, staged, "staged speculation"}})
        .bounds("their roofs", {{"", baseline_at, roof(baseline_at)}, {"", staged_at, roof(staged_at)}});
    return p.intensities(0.1_FLOPpB, 10'000_FLOPpB);
}

report::table distances() {
    using report::align;
    report::table t({{"point"},
                     {"FLOP/B", align::right},
                     {"seen", align::right},
                     {"roof", align::right},
                     {"share of its roof", align::right},
                     {"of 165.2 TFLOP/s", align::right}});
    const auto row = [&](const char* name, units::intensity at, units::performance seen) {
        t.row({name, engineering(at).bare(), seen, engineering(roof(at)), percent(seen / roof(at)),
               percent(seen / rate<matrix_math<fp16>>(rtx_4090))});
    };
    row("baseline", baseline_at, baseline);
    row("staged speculation", staged_at, staged);
    return t;
}

report::table claims() {
    report::table t({{"the chart says"}, {"computed"}, {"verdict"}});
    t.row({"the knee is near 200 FLOP/B and 2e14 FLOP/s",
           words("fp32 accumulation: ", engineering(ridge<matrix_math<fp16>>(rtx_4090)), ", ",
                 engineering(rate<matrix_math<fp16>>(rtx_4090)),
                 "; fp16 accumulation: ", engineering(ridge<matrix_math<fp16, fp16>>(rtx_4090)), ", ",
                 engineering(rate<matrix_math<fp16, fp16>>(rtx_4090))),
           "wrong: it is neither of the two. On this card accumulating in fp32 halves the peak"});
    t.rule().row(
        {"the roof is at 1e11 FLOP/s at 0.1 FLOP/B", words(engineering(roof(0.1_FLOPpB)), ", from 1008 GB/s"), "right"});
    t.rule().row(
        {"staged speculation is much closer to the roof",
         words(percent(staged / roof(staged_at)), " of its roof, the baseline ", percent(baseline / roof(baseline_at))),
         words("wrong: it is further away, ", significant(roof(staged_at) / staged, 3), " times below instead of ",
               significant(roof(baseline_at) / baseline, 3))});
    t.rule().row({"3.5 times as fast",
                  words(engineering(staged), " / ", engineering(baseline), " = ", significant(staged / baseline)), "right"});
    t.rule().row({"40 times the intensity", words(engineering(staged_at), " / ", engineering(baseline_at)),
                  "right, but along the roof it would have been 40 times as fast"});
    t.rule().row({"better use of the hardware",
                  words(percent(baseline / rate<matrix_math<fp16>>(rtx_4090)), " of the peak before, ",
                        percent(staged / rate<matrix_math<fp16>>(rtx_4090)), " after"),
                  "right of the peak, which is not what limits either; of the memory it is worse"});
    return t;
}

/// Where the baseline should lie, from the model itself.
std::string from_the_model() {
    constexpr auto step = decode(models::gpt2_large, 1, 128, uniform<fp16>);
    constexpr double weights = static_cast<double>(parameters(models::gpt2_large));
    constexpr auto at_150 = units::performance::from_value(2 * weights * 150);
    return words("A token of GPT-2 large reads its ", significant(weights, 9),
                 " weights of 16 bit once: ", significant(rate<memory<dram>>(rtx_4090).value() / (2 * weights)),
                 " tokens a second at most, whatever the peak. A decode step over 128 tokens has ",
                 engineering(work(step) / traffic(step)),
                 ", as the baseline is drawn. The paper on staged speculation (arXiv 2308.04623) gives 150 tokens a second, "
                 "which it calls 0.13 % of the peak. With these weights it is ",
                 engineering(at_150), ": ", percent(at_150 / rate<matrix_math<fp16>>(rtx_4090), 4),
                 " of the peak with fp32 accumulation, but ",
                 percent(150 * 2 * weights / rate<memory<dram>>(rtx_4090).value()), " of what the memory allows.");
}

example::illustrated recomputed() {
    report::document opening, text;
    opening.title("GPT-2 large on an RTX 4090: a published chart of staged speculation, recomputed")
        .paragraph("The chart has two points, plain decoding and staged speculation, below a roof. The points are taken as "
                   "the document reads them; the roof is what the card has.");
    text.table(distances())
        .paragraph("Both axes are logarithmic, so that the distance to the roof is what stands above a point, and not how "
                   "far it has come to the upper right.")
        .heading("What the chart says")
        .table(claims())
        .heading("What the model allows")
        .paragraph(from_the_model());
    return {"gpt2l_rtx4090_staged_chart", std::move(opening), {{"gpt2l_rtx4090_staged_chart", roofs(), std::move(text)}}};
}

int main(int count, char** values) {
    return example::run_illustrated("gpt2l_rtx4090_staged_chart",
                                    "Recomputes a published roofline chart of GPT-2 large on an RTX 4090.", recomputed,
                                    count, values);
}
