// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators.hpp"
#include "steps.hpp"
#include "words.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// The kernels of a step that the report names, and the table that places them on a machine.
namespace deepseek_r1 {

enum class reading { as_published, real };

struct kernel {
    std::string name;
    std::string operator_name;
    std::string shape;
    any_operator cost;
};

template<std::int64_t K, std::int64_t N>
std::string shape_of(const projection<K, N>&, std::int64_t rows) {
    return words("(", rows, ",", K, ")x(", K, ",", N, ")");
}
template<std::int64_t K, std::int64_t N>
std::string shape_of(const head_product<K, N>&, std::int64_t rows) {
    return words("128*(", rows, ",", K, ")x(", K, ",", N, ")");
}

/// The kernels that a step launches in one layer.
inline std::vector<kernel> kernels_of(const workload& w, reading r) {
    const std::int64_t rows = w.rows();
    const bool published = r == reading::as_published;
    std::vector<kernel> list;
    const auto gemm = [&](const auto& x) {
        list.push_back({"cutlass_scaled_fp4_mm", x.name, shape_of(x, rows),
                        published ? any_operator(x.as_published(rows)) : any_operator(x.nvfp4_gemm(rows))});
    };
    const auto bmm = [&](const auto& x) { list.push_back({"bmm_fp8", x.name, shape_of(x, rows), x.fp8_gemm(rows)}); };
    const auto elementwise = [&](const char* name, const char* operator_name, std::int64_t width,
                                 const any_operator& theirs, const any_operator& ours) {
        list.push_back({name, operator_name, words("(", rows, ",", width, ")"), published ? theirs : ours});
    };

    gemm(fused_qkv_a_proj);
    if (w.decoding && rows <= 16)
        list.push_back({"dsv3_fused_a_gemm", "fused_qkv_a in bf16", shape_of(fused_qkv_a_proj, rows),
                        fused_qkv_a_proj.bf16_gemm(rows)});
    gemm(q_b_proj);
    if (w.decoding) {
        bmm(q_nope_w_kc);
        list.push_back({"cutlass_mla_decode", "attn_mqa", words(w.batch, "*(128,576)x(", w.context, ",576)"),
                        attn_mqa(w.batch, w.context)});
        bmm(attn_w_vc);
    } else {
        gemm(kv_b_proj);
        list.push_back({"(prefill attention)", "attn_mha",
                        words(128 * w.batch, "*(", w.context, ",192)x(", w.context, ",128)"),
                        attn_prefill(w.batch, w.context)});
    }
    gemm(o_proj);
    elementwise("rmsnorm", "layernorm", hidden, rmsnorm_as_published(rows), rmsnorm(rows));
    elementwise("silu_and_mul", "shared expert", expert_width, silu_as_published(rows), silu(rows));
    elementwise(published ? "topk_softmax" : "grouped top-k", "router", experts, topk_as_published(rows), router(rows));
    return list;
}

// [placement_table]
template<class Machine>
report::table placement_table(const std::vector<kernel>& kernels, const Machine& machine) {
    using report::align, report::engineering, report::significant;
    report::table t({{"kernel"},
                     {"operator"},
                     {"shape"},
                     {"FLOP", align::right},
                     {"bytes", align::right},
                     {"FLOP/B", align::right},
                     {"limit"},
                     {"TFLOP/s", align::right},
                     {"time", align::right}});
    for (const kernel& k : kernels) {
        const auto p = place(k.cost, machine);
        t.row({k.name, k.operator_name, k.shape, engineering(p.work()).bare(), engineering(p.traffic()).bare(),
               engineering(p.intensity()).bare(), short_name(p.limit), significant(p.attainable() / 1_TFLOPS),
               engineering(p.time)});
    }
    return t;
}
// [/placement_table]

}  // namespace deepseek_r1
