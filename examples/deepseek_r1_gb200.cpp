// SPDX-License-Identifier: BSL-1.0
// Recomputes a published roofline report of DeepSeek-R1's kernels on GB200 from their shapes alone, and shows what it
// got wrong. The tables use extents known at run time; the static_asserts prove the verdicts with the same code.

#include "deepseek_r1/arguments.hpp"
#include "deepseek_r1/claims.hpp"
#include "deepseek_r1/machines.hpp"
#include "deepseek_r1/phases.hpp"
#include "deepseek_r1/words.hpp"

#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <cstdint>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace deepseek_r1;

// [q_b_proj]
constexpr tensor<bf16, 128, 1536> x;
constexpr tensor<fp4, 1536, 24576> weight;
constexpr auto q_b = matmul(x, weight, math<fp4>);  // (128,1536) x (1536,24576) -> (128,24576)

static_assert(work(q_b) == 9663676416_FLOP);
static_assert(traffic(q_b) == 25559040_B);  // the report: 26.1e6
static_assert(ridge<matrix_math<fp4>>(published_gb200) == 1125_FLOPpB);
static_assert(intensity(q_b) < ridge<matrix_math<fp4>>(published_gb200));
static_assert(memory_bound(q_b, published_gb200));  // the report: compute-bound
static_assert(memory_bound(matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>), hw::gb200));
// [/q_b_proj]

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

/// How the intensity of each product grows with its rows, and from how many on compute binds.
report::table batch_scaling() {
    using report::align, report::engineering;
    report::table t({{"operator"},
                     {"reading"},
                     {"M=1", align::right},
                     {"16", align::right},
                     {"128", align::right},
                     {"1024", align::right},
                     {"∞", align::right},
                     {"ridge", align::right},
                     {"compute-bound from M", align::right}});
    const auto row = [&](const char* name, const char* reading, auto make, const auto& machine,
                         units::intensity ridge) {
        std::vector<report::cell> cells{name, reading};
        for (const std::int64_t rows :
             {std::int64_t{1}, std::int64_t{16}, std::int64_t{128}, std::int64_t{1024}, endless})
            cells.push_back(engineering(intensity(make(rows))).bare());
        cells.push_back(engineering(ridge).bare());
        const auto first = rows_to_ridge(make, machine);
        cells.push_back(first ? std::to_string(*first) : "never");
        t.row(std::move(cells));
    };
    const auto readings = [&]<std::int64_t K, std::int64_t N>(const projection<K, N>& p) {
        using made = projection<K, N>;
        row(p.name, "as published", made::as_published, published_gb200, ridge<matrix_math<fp4>>(published_gb200));
        row("", "NVFP4 on GB200", made::nvfp4_gemm, hw::gb200, ridge<matrix_math<fp4>>(hw::gb200));
        row("", "bf16 on GB200", made::bf16_gemm, hw::gb200, ridge<matrix_math<bf16>>(hw::gb200));
        t.rule();
    };
    readings(fused_qkv_a_proj);
    readings(q_b_proj);
    readings(kv_b_proj);
    readings(o_proj);
    row(q_nope_w_kc.name, "FP8 on GB200", q_nope_w_kc.fp8_gemm, hw::gb200, ridge<matrix_math<fp8>>(hw::gb200));
    row(attn_w_vc.name, "FP8 on GB200", attn_w_vc.fp8_gemm, hw::gb200, ridge<matrix_math<fp8>>(hw::gb200));
    return t;
}

/// The operators that compute binds on a machine: "fused_qkv_a_proj, o_proj".
template<class Machine>
std::string bound_by_compute(const std::vector<kernel>& kernels, const Machine& machine) {
    std::string names;
    for (const kernel& k : kernels)
        if (compute_bound(k.cost, machine)) names.append(names.empty() ? "" : ", ").append(k.operator_name);
    return names;
}

std::string binding_sentence(const std::string& as_published, const std::string& real) {
    if (as_published.empty() && real.empty()) return "Bound by compute: nothing, on either machine.";
    const auto or_nothing = [](const std::string& names) { return names.empty() ? "nothing" : names; };
    return words("Bound by compute: ", or_nothing(as_published), " (", published_gb200.name, "); ", or_nothing(real),
                 " (", hw::gb200.name, "). All others wait for dram.");
}

void write_phase(document& d, phase p, std::int64_t rows) {
    const auto published = kernels_of(p, reading::as_published, rows);
    const auto real = kernels_of(p, reading::real, rows);
    d.heading(p == phase::decode ? words("Decode, B = ", rows) : words("Prefill, B = 1, S = ", rows));
    d.paragraph("As published: bf16 in and out, 4-bit weights without scales, FP4 rate, on the published machine.");
    d.table(placement_table(published, published_gb200));
    d.paragraph(words("As real kernels have it: NVFP4 x NVFP4 with scales, bf16 out, on the catalogue's ",
                      hw::gb200.name, "."));
    d.table(placement_table(real, hw::gb200));
    d.paragraph(binding_sentence(bound_by_compute(published, published_gb200), bound_by_compute(real, hw::gb200)));
}

void write_report(document& d, const arguments& a) {
    d.title("DeepSeek-R1 on GB200: the kernels of a layer, placed from their shapes alone");
    d.paragraph(
        "Each operand is read once and each result written once, at its own width. The limit is the resource that "
        "binds, TFLOP/s is what it lets a kernel attain. Times are bounds: launches, tiles and barriers come on top, "
        "and below a microsecond they are most of it.");
    d.paragraph(
        "Decode has the two absorbed BMMs where prefill has kv_b_proj. Attention itself is not placed: this release "
        "has no operator for it.");
    d.paragraph(
        "Elementwise kernels are counted as the report counts them in the tables as published (rmsnorm 5 FLOP and 4 B "
        "an element, silu_and_mul 4 FLOP and 6 B, top-k 2 FLOP/B of fp32 scores), and by the library elsewhere: "
        "rms_norm 4 FLOP an element and a reciprocal root a row, silu_and_mul 5 FLOP a result. The router is R1's own: "
        "a sigmoid, a bias and one compare for each score.");

    d.heading("Hardware limits");
    d.table(hardware_limits(published_gb200, hw::b200, hw::gb200));
    d.paragraph(
        words("The report's ridge points follow from its peaks; its peaks are not those of GB200. It gives no vector "
              "rate, so none limits there. Source of the catalogue: ",
              source<memory<dram>>(hw::gb200).source(), "."));

    if (a.batch) {
        write_phase(d, phase::decode, *a.batch);
    } else {
        write_phase(d, phase::decode, 1);
        write_phase(d, phase::decode, 128);
    }
    write_phase(d, phase::prefill, a.context.value_or(1024));

    d.heading("Batch scaling: FLOP/B over the rows M, and where compute begins to bind");
    d.table(batch_scaling());

    d.heading("What the report says, and why it cannot be");
    d.table(claims_table());
    d.paragraph("Its statements on MLA attention need the attention operator and are not examined here.");
}

int main(int count, char** values) {
    try {
        const arguments a = parsed(count, values);
        if (a.help) {
            std::cout << usage;
        } else {
            document d;
            write_report(d, a);
            std::cout << (a.markdown ? report::markdown(d) : report::terminal(d));
        }
    } catch (const std::invalid_argument& error) {
        std::cerr << "deepseek_r1_gb200: " << error.what() << "\n";
        return 2;
    }
    if (std::cout.flush()) return 0;
    std::cerr << "deepseek_r1_gb200: the output could not be written\n";
    return 1;
}
