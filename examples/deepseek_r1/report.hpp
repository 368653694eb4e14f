// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../common/illustrated.hpp"
#include "arguments.hpp"
#include "charts.hpp"
#include "claims.hpp"
#include "opportunities.hpp"
#include "phases.hpp"
#include "scaling.hpp"
#include "steps.hpp"

#include <string>
#include <vector>

/// The report, section by section: a short one for the terminal, all of it for files.
namespace deepseek_r1 {

inline std::vector<workload> steps_of(const arguments& a) {
    if (a.batch) return {{true, *a.batch, a.context}, {false, 1, a.context}};
    return {{true, 1, a.context}, {true, 128, a.context}, {false, 1, a.context}};
}

// [hardware_limits]
template<class... Machines>
report::table hardware_limits(const Machines&... machines) {
    using report::align, report::engineering, report::significant;
    report::table t({{"machine"},
                     {"fp4 TFLOP/s", align::right},
                     {"fp8", align::right},
                     {"bf16", align::right},
                     {"dram TB/s", align::right},
                     {"ridge fp4 FLOP/B", align::right},
                     {"fp8", align::right},
                     {"bf16", align::right}});
    (t.row({machines.name, significant(rate<matrix_math<fp4>>(machines) / 1_TFLOPS),
            significant(rate<matrix_math<fp8>>(machines) / 1_TFLOPS),
            significant(rate<matrix_math<bf16>>(machines) / 1_TFLOPS),
            significant(rate<memory<dram>>(machines) / 1_TBps),
            engineering(ridge<matrix_math<fp4>>(machines), 5).bare(),
            engineering(ridge<matrix_math<fp8>>(machines), 5).bare(),
            engineering(ridge<matrix_math<bf16>>(machines), 5).bare()}),
     ...);
    return t;
}
// [/hardware_limits]

template<class... Machines>
report::table hardware_sources(const Machines&... machines) {
    report::table t({{"machine"}, {"resource"}, {"source"}});
    const auto row = [&](const auto& machine, const char* what, const provenance& from) {
        t.row({machine.name, what, words(name_of(from.kind), ": ", from.source())});
    };
    ((row(machines, "fp4", source<matrix_math<fp4>>(machines)),
      row(machines, "fp8", source<matrix_math<fp8>>(machines)),
      row(machines, "bf16", source<matrix_math<bf16>>(machines)),
      row(machines, "dram", source<memory<dram>>(machines))),
     ...);
    return t;
}

/// The operators that compute binds on a machine: "fused_qkv_a_proj, o_proj".
template<class Machine>
std::string bound_by_compute(const std::vector<kernel>& kernels, const Machine& machine) {
    std::string names;
    for (const kernel& k : kernels)
        if (compute_bound(k.cost, machine)) names.append(names.empty() ? "" : ", ").append(k.operator_name);
    return names.empty() ? "nothing" : names;
}

inline void write_limits(document& d) {
    d.heading("Hardware limits");
    d.table(hardware_limits(published_gb200, hw::b200, hw::gb200));
    d.paragraph("The report's ridge points follow from its peaks; its peaks are not those of GB200. It gives no vector "
                "rate, so none limits there.");
}

/// The kernels that the report names, as it reads them.
inline void write_published_placement(document& d, const workload& w) {
    const auto kernels = kernels_of(w, reading::as_published);
    d.paragraph("As published: bf16 in and out, 4-bit weights without scales, FP4 rate, on the published machine.");
    d.table(placement_table(kernels, published_gb200));
    d.paragraph(words("Bound by compute: ", bound_by_compute(kernels, published_gb200), ". All others wait for dram."));
}

/// The same kernels as they are.
inline void write_real_placement(document& d, const workload& w) {
    const auto kernels = kernels_of(w, reading::real);
    d.paragraph(words("As real kernels have it: NVFP4 x NVFP4 with scales, bf16 out, on the catalogue's ",
                      hw::gb200.name, "."));
    d.table(placement_table(kernels, hw::gb200));
    d.paragraph(words("Bound by compute: ", bound_by_compute(kernels, hw::gb200), ". All others wait for dram."));
}

inline void write_steps(document& d, const std::vector<workload>& steps) {
    d.heading("Whole steps");
    d.paragraph(words("All kernels of 61 layers, one after the other, as if one GPU held the weights: at best, n GPUs "
                      "take an n-th. As published: FP4 products with bf16 activations, bmm_fp8, all else bf16. ",
                      deployed::name, ": NVFP4 x NVFP4 for experts and dense blocks, all else bf16."));
    d.table(step_table(steps));
    for (const workload& w : steps)
        d.paragraph(words(title_of(w), ", ", deployed::name, ", ", hw::gb200.name, ": ",
                          bottlenecks(w, placed(w, deployed{}, hw::gb200))));
    d.paragraph("How many of the 256 experts a batch reads depends on the router. One token reads 8; for more the "
                "estimate is that of a uniform router, the largest mean of all that route tokens independently, and no "
                "bound. Around it, on GB200:");
    d.table(expert_table(steps));
}

inline void write_claims(document& d) {
    d.heading("What the report says, and why it cannot be");
    d.table(claims_table());
}

inline void write_introduction(document& d) {
    d.title("DeepSeek-R1 on GB200, from shapes alone");
    d.paragraph("Each operand is read once and each result written once, at its own width. The limit is the resource "
                "that binds, TFLOP/s is what it lets a kernel attain. Times are bounds: launches, tiles and barriers "
                "come on top, and below a microsecond they are most of it.");
    d.paragraph("Decode has the two absorbed BMMs where prefill has kv_b_proj. Elementwise kernels are counted as the "
                "report counts them in the tables as published (rmsnorm 5 FLOP and 4 B an element, silu_and_mul 4 FLOP "
                "and 6 B, top-k 2 FLOP/B of fp32 scores), and by the library elsewhere. The router is R1's own.");
}

/// For a terminal.
inline document overview(const arguments& a) {
    document d;
    write_introduction(d);
    write_limits(d);
    for (const workload& w : steps_of(a)) {
        d.heading(title_of(w));
        write_published_placement(d, w);
    }
    write_steps(d, steps_of(a));
    write_claims(d);
    d.paragraph("Real kernels, every kernel of a step, what grows with batch and context, what would help, charts: "
                "--write FOLDER.");
    return d;
}

/// Every kernel of a step, below its chart.
inline example::figure figure_of(const workload& w) {
    document d;
    write_published_placement(d, w);
    write_real_placement(d, w);
    const auto every_kernel = [&](const auto& recipe) {
        d.paragraph(words("Every kernel, ", recipe.name, ", all its runs together:"));
        d.table(kernel_table(w, recipe));
        for (const any_machine& m : machines())
            d.paragraph(words(m.name(), ": ", bottlenecks(w, placed(w, recipe, m))));
    };
    every_kernel(as_published_step{});
    every_kernel(deployed{});
    return {words("deepseek_r1_gb200_", w.decoding ? words("decode_", w.batch) : words("prefill_", w.context)),
            chart_of(w), d};
}

inline void write_scaling(document& d, std::int64_t keys) {
    d.heading("Batch scaling");
    d.paragraph(words("A decode step with ", keys, " keys on ", hw::gb200.name, ", ", deployed::name,
                      ". More tokens touch more experts, so that time grows until all 256 are read; from there on more "
                      "sequences cost little, until compute or the caches bind."));
    d.table(batch_scaling(keys));
    d.paragraph("FLOP/B of the products over their rows M, and where compute begins to bind:");
    d.table(product_scaling());
    d.heading("Sequence scaling");
    d.paragraph("Latent attention in decoding has the same intensity whatever the batch, since each sequence has a "
                "cache of its own. It rises with the context towards its limit, as queries and results weigh less.");
    d.table(context_scaling());
    d.paragraph("Prefill, one prompt. FLOP/B is attention's:");
    d.table(prompt_scaling());
}

inline void write_opportunities(document& d, std::vector<workload> steps) {
    const workload prompt = steps.back();
    steps.push_back({true, 128, 32768});
    d.heading("Opportunities");
    d.paragraph(words("By how much the bound of a step falls on ", hw::gb200.name,
                      " when one thing changes. What shrinks one kernel helps by its share, and no more. An FP8 cache "
                      "nearly halves what attention reads; over a long context compute binds it then. Below 1: the "
                      "kernels that convert cost more than they spare."));
    d.table(opportunities(steps));
    d.paragraph(
        "A kernel that compute binds and that reaches less than 70 % of the peak has room: report::place_measured says "
        "so of measured times. One that dram binds has none below its bound, whatever share of the peak that is.");
    const report::table room = kernels_with_room(prompt);
    d.paragraph(room.rows().empty() ? "In the prefill compute binds nothing." : "In the prefill, compute binds these:");
    if (!room.rows().empty()) d.table(room);
}

/// The report and its charts.
inline example::illustrated full_report(const arguments& a) {
    const std::vector<workload> steps = steps_of(a);
    document opening;
    write_introduction(opening);
    write_limits(opening);
    opening.table(hardware_sources(published_gb200, hw::b200, hw::gb200));

    document below;
    write_steps(below, steps);
    below.paragraph("What it takes in memory:").table(memory_table(steps));

    std::vector<example::figure> figures{{"deepseek_r1_gb200", chart_of(steps), below}};
    for (const workload& w : steps) figures.push_back(figure_of(w));
    document& end = figures.back().text;
    write_scaling(end, a.context);
    write_opportunities(end, steps);
    write_claims(end);
    return {"deepseek_r1_gb200", opening, figures};
}

}  // namespace deepseek_r1
