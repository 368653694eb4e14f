// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claims.hpp"
#include "operators.hpp"
#include "steps.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// What grows with the batch and with the context.
namespace deepseek_r1 {

/// How the intensity of each product grows with its rows, and from how many on compute binds.
inline report::table product_scaling() {
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

/// Share of the time that kernels have whose names begin like this.
inline double share_of(const phase_placement& p, std::string_view prefix) {
    double sum = 0;
    for (const kernel_placement& k : p)
        if (k.name.starts_with(prefix)) sum += k.share;
    return sum;
}

// [batch_scaling]
/// A decode step as its batch grows.
inline report::table batch_scaling(std::int64_t keys) {
    using report::align, report::engineering, report::significant;
    report::table t({{"B", align::right},
                     {"time", align::right},
                     {"tokens/s", align::right},
                     {"experts touched", align::right},
                     {"FLOP/B", align::right},
                     {"limit"},
                     {"routed experts", align::right},
                     {"attention", align::right},
                     {"o_proj", align::right}});
    for (std::int64_t batch = 1; batch <= 4096; batch *= batch < 256 ? 2 : 4) {
        const workload w{true, batch, keys};
        const phase_placement p = placed(w, deployed{}, hw::gb200);
        const auto all = decode(models::deepseek_r1, batch, keys, deployed{}, distinct_experts::expected_uniform);
        t.row({batch, engineering(p.time), tokens_a_second(w, p.time),
               significant(distinct_experts::expected_uniform(256, 8, batch)),
               engineering(work(all) / traffic(all)).bare(), short_name(p.limit), percent(share_of(p, "experts_")),
               percent(share_of(p, "attention")), percent(share_of(p, "o_proj"))});
    }
    return t;
}
// [/batch_scaling]

/// A decode step as its context grows: latent attention has the same intensity for every batch.
inline report::table context_scaling() {
    using report::align, report::engineering;
    report::table t({{"keys", align::right},
                     {"MLA FLOP/B, B = 1", align::right},
                     {"B = 128", align::right},
                     {"FP8 cache", align::right},
                     {"B = 1: time", align::right},
                     {"of it attention", align::right},
                     {"B = 128: time", align::right},
                     {"of it attention", align::right},
                     {"cache of 128", align::right}});
    for (std::int64_t keys = 1024; keys <= 131072; keys *= 2) {
        const phase_placement one = placed({true, 1, keys}, deployed{}, hw::gb200);
        const phase_placement many = placed({true, 128, keys}, deployed{}, hw::gb200);
        t.row({keys, engineering(intensity(attn_mqa(1, keys))).bare(),
               engineering(intensity(attn_mqa(128, keys))).bare(),
               engineering(intensity(attn_mqa<fp8_ds_mla>(1, keys))).bare(), engineering(one.time),
               percent(share_of(one, "attention")), engineering(many.time), percent(share_of(many, "attention")),
               engineering(128.0 * cache_footprint(models::deepseek_r1, deployed{}, keys))});
    }
    return t;
}

/// A prefill as its prompt grows.
inline report::table prompt_scaling() {
    using report::align, report::engineering;
    report::table t({{"S", align::right},
                     {"time", align::right},
                     {"tokens/s", align::right},
                     {"limit"},
                     {"attention", align::right},
                     {"FLOP/B", align::right},
                     {"routed experts", align::right},
                     {"latent cache", align::right}});
    for (std::int64_t tokens = 1024; tokens <= 131072; tokens *= 2) {
        const workload w{false, 1, tokens};
        const phase_placement p = placed(w, deployed{}, hw::gb200);
        t.row({tokens, engineering(p.time), tokens_a_second(w, p.time), short_name(p.limit),
               percent(share_of(p, "attention")), engineering(intensity(attn_prefill(1, tokens))).bare(),
               percent(share_of(p, "experts_")),
               engineering(cache_footprint(models::deepseek_r1, deployed{}, tokens))});
    }
    return t;
}

}  // namespace deepseek_r1
