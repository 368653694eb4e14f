// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators.hpp"
#include "phases.hpp"
#include "steps.hpp"
#include "words.hpp"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

/// What the report says, what is true, and why. Everything true is computed; the static_asserts prove the verdicts.
namespace deepseek_r1 {

/// Rows without end, for limits: 1e9 is within a millionth of every limit below.
inline constexpr std::int64_t endless = 1'000'000'000;

// [first_compute_bound]
/// From how many rows on a projection is compute-bound; nothing if it never is.
template<class Make, class Machine>
constexpr std::optional<std::int64_t> rows_to_ridge(Make make, const Machine& machine) {
    return first_compute_bound(make, machine, 1, endless);
}

static_assert(rows_to_ridge(fused_qkv_a_proj.as_published, published_gb200) == 907);
static_assert(rows_to_ridge(q_b_proj.as_published, published_gb200) == 1269);
static_assert(rows_to_ridge(o_proj.as_published, published_gb200) == 364);
static_assert(!rows_to_ridge(kv_b_proj.as_published, published_gb200), "no batch makes it compute-bound in FP4");
// [/first_compute_bound]

static_assert(rows_to_ridge(fused_qkv_a_proj.nvfp4_gemm, published_gb200) == 457);
static_assert(rows_to_ridge(q_b_proj.nvfp4_gemm, published_gb200) == 1243);
static_assert(!rows_to_ridge(kv_b_proj.nvfp4_gemm, published_gb200));
static_assert(rows_to_ridge(o_proj.nvfp4_gemm, published_gb200) == 357);

static_assert(!rows_to_ridge(q_nope_w_kc.fp8_gemm, published_gb200));
static_assert(!rows_to_ridge(attn_w_vc.fp8_gemm, published_gb200));
static_assert(memory_bound(fused_qkv_a_proj.bf16_gemm(16), published_gb200));
static_assert(compute_bound(fused_qkv_a_proj.as_published(1024), published_gb200));
static_assert(memory_bound(q_b_proj.as_published(1024), published_gb200));
static_assert(memory_bound(kv_b_proj.as_published(1024), published_gb200));
static_assert(compute_bound(o_proj.as_published(1024), published_gb200));
static_assert(!first_compute_bound([](std::int64_t batch) { return attn_mqa(batch, 4096); }, published_gb200, 1,
                                   65536));
static_assert(intensity(attn_mqa(1, 4096)) == intensity(attn_mqa(128, 4096)));
static_assert(compute_bound(attn_prefill(1, 1024), published_gb200) && memory_bound(attn_prefill(1, 1024), hw::gb200));
static_assert(attainable(rmsnorm_as_published(1), published_gb200) == 10_TFLOPS);  // the report: 10 GFLOPS
static_assert(attainable(topk_as_published(1), published_gb200) == 16_TFLOPS);     // the report: 16 GFLOPS

namespace detail {

using report::engineering;

inline std::string or_never(std::optional<std::int64_t> rows) { return rows ? std::to_string(*rows) : "never"; }

/// A figure in FLOP/B, without the unit.
template<class Op>
std::string ratio(const Op& op, int digits = 4) {
    return to_text(engineering(intensity(op), digits).bare());
}

template<class M>
std::string peaks(const M& m) {
    using report::significant;
    return words(significant(rate<matrix_math<fp4>>(m) / 1_TFLOPS), " / ",
                 significant(rate<matrix_math<fp8>>(m) / 1_TFLOPS), " / ",
                 significant(rate<matrix_math<bf16>>(m) / 1_TFLOPS), " TFLOP/s, ", engineering(rate<memory<dram>>(m)));
}

}  // namespace detail

inline report::table claims_table() {
    using detail::engineering, detail::or_never, detail::peaks, detail::ratio, report::significant;
    const auto& published = published_gb200;
    const auto fp4_ridge = engineering(ridge<matrix_math<fp4>>(published)).bare();
    const auto fp8_ridge = engineering(ridge<matrix_math<fp8>>(published)).bare();

    report::table t({{"the report says"}, {"computed"}, {"why"}});
    const auto claim = [&](std::string said, std::string computed, std::string why) {
        t.rule().row({std::move(said), std::move(computed), std::move(why)});
    };

    claim(words("GB200: ", peaks(published)), words("GB200: ", peaks(hw::gb200), "; HGX B200: ", peaks(hw::b200)),
          "Those are the figures of the first brief on B200; GB200 is faster, and the HGX board shipped with less "
          "bandwidth.");

    {
        const auto p = place(q_b_proj.as_published(128), published);
        claim("q_b_proj at M = 128: 26.1e6 B, 371 FLOP/B, compute-bound",
              words(engineering(p.traffic()), ", ", engineering(p.intensity()), ", bound by ", short_name(p.limit),
                    ": ", significant(p.attainable() / 1_TFLOPS), " of ",
                    significant(rate<matrix_math<fp4>>(published) / 1_TFLOPS), " TFLOP/s"),
              words("The FP4 ridge is at ", fp4_ridge, " FLOP/B. The sum of the bytes was off, too."));
    }
    {
        const auto w4a16 = place(q_b_proj.w4a16(128), published);
        const auto real = place(q_b_proj.nvfp4_gemm(128), published);
        claim("bf16 activations times 4-bit weights at the FP4 rate",
              words("W4A16: bound by ", short_name(w4a16.limit), " at ", significant(w4a16.attainable() / 1_TFLOPS),
                    " TFLOP/s. NVFP4 x NVFP4: ", engineering(real.intensity()), ", bound by ", short_name(real.limit),
                    ", ", significant(real.attainable() / 1_TFLOPS), " TFLOP/s"),
              "No tensor core multiplies bf16 by FP4. Either the weight is widened and the rate is that of bf16, or "
              "the activation is quantised and carries scales.");
    }

    claim("~7000, ~12000, ~15000, ~9000 FLOP/B (fused_qkv_a, q_b, kv_b, o)",
          words("at most ", ratio(fused_qkv_a_proj.as_published(endless), 5), ", ",
                ratio(q_b_proj.as_published(endless), 5), ", ", ratio(kv_b_proj.as_published(endless)), ", ",
                ratio(o_proj.as_published(endless), 5), " FLOP/B"),
          "With M rows without limit the weight costs nothing and 2 K N / (2 K + 2 N) is left: inputs and outputs are "
          "moved all the same.");
    const auto from = [&](auto make) { return or_never(rows_to_ridge(make, published)); };
    claim("all four projections are compute-bound",
          words("fused_qkv_a from M = ", from(fused_qkv_a_proj.as_published), " on, q_b ", from(q_b_proj.as_published),
                ", kv_b ", from(kv_b_proj.as_published), ", o ", from(o_proj.as_published), "; with NVFP4 activations ",
                from(fused_qkv_a_proj.nvfp4_gemm), ", ", from(q_b_proj.nvfp4_gemm), ", ", from(kv_b_proj.nvfp4_gemm),
                ", ", from(o_proj.nvfp4_gemm)),
          words("A decode step of 128 rows is left of all of them. kv_b_proj sums over 512 only, and its limit is left "
                "of the ridge at ",
                fp4_ridge, " FLOP/B."));
    {
        const auto ratios = {intensity(fused_qkv_a_proj.as_published(1)), intensity(q_b_proj.as_published(1)),
                             intensity(kv_b_proj.as_published(1)), intensity(o_proj.as_published(1))};
        claim("at B = 1 the GEMMs are limited by compute",
              words(engineering(std::min(ratios), 3).bare(), " to ", engineering(std::max(ratios), 3), ": ",
                    significant(100 * peak_fraction(o_proj.as_published(1), published), 3),
                    " % of the FP4 peak at most"),
              "A 4-bit weight that is read for one row gives 2 FLOP for half a byte.");
    }
    claim(
        "the intensity of a GEMM stays roughly constant as the batch grows",
        words("q_b_proj: ", ratio(q_b_proj.as_published(1)), " at B = 1, ", ratio(q_b_proj.as_published(16)),
              " at 16, ", ratio(q_b_proj.as_published(128)), " at 128, ", ratio(q_b_proj.as_published(1024)),
              " at 1024"),
        "The weight is read once for the whole batch: about 4 M FLOP/B while M is small. It is what batching is for.");
    claim("prefill with S = 1024: all projections are compute-bound",
          words("fused_qkv_a ", ratio(fused_qkv_a_proj.as_published(1024), 5), " and o ",
                ratio(o_proj.as_published(1024), 5), " FLOP/B are; q_b ", ratio(q_b_proj.as_published(1024), 5),
                " and kv_b ", ratio(kv_b_proj.as_published(1024)), " are not"),
          words("The FP4 ridge is at ", fp4_ridge, " FLOP/B."));

    claim("bmm_fp8: ~256 FLOP/B, compute-bound at B = 64 and 128",
          words(ratio(q_nope_w_kc.fp8_gemm(1)), " at B = 1, ", ratio(q_nope_w_kc.fp8_gemm(64)), " at 64, ",
                ratio(q_nope_w_kc.fp8_gemm(128)), " at 128, at most ", ratio(q_nope_w_kc.fp8_gemm(endless)),
                " FLOP/B; compute-bound: ", from(q_nope_w_kc.fp8_gemm)),
          words("Each head has a weight of its own and sums over 128: the limit is left of the FP8 ridge at ",
                fp8_ridge, " FLOP/B for every B."));
    claim(
        "MLA decode: memory-bound at low batch, compute-bound at high",
        words("4096 keys: ", ratio(attn_mqa(1, 4096)), " FLOP/B at B = 1, ", ratio(attn_mqa(128, 4096)),
              " at 128; without end ", ratio(attn_mqa(1, endless)), ", from an FP8 cache ",
              ratio(attn_mqa<fp8_ds_mla>(1, endless)), ", with 16 heads on a rank ",
              ratio(attn_mqa<bf16, 16>(1, endless))),
        words("Each sequence has a cache of its own, read once for its heads: the batch cancels. The bf16 ridge is at ",
              engineering(ridge<matrix_math<bf16>>(published), 5).bare(), " FLOP/B."));
    {
        const workload w{false, 1, 1024};
        const auto waiting = [](const phase_placement& p) {
            double share = 0;
            for (const kernel_placement& k : p)
                if (k.limit.is_memory()) share += k.share;
            return percent(share);
        };
        claim("prefill is dominated by compute-bound operations",
              words("dram binds for ", waiting(placed(w, as_published_step{}, published)),
                    " of the time as published, for ", waiting(placed(w, deployed{}, hw::gb200)), " on ",
                    hw::gb200.name, " with ", deployed::name),
              words("1024 tokens that go to 8 of 256 experts are 32 rows for each: the experts' weights wait for dram. "
                    "What compute binds are attention's projections."));
    }
    {
        const auto intended = place(attn_prefill(1, 1024), published);
        const auto real = place(attn_prefill(1, 1024), hw::gb200);
        claim("prefill with S = 1024: attention is compute-bound",
              words(engineering(intended.intensity()), ": bound by ", short_name(intended.limit), " as published, by ",
                    short_name(real.limit), " on ", hw::gb200.name),
              words("It lies on the ridge: half of the scores are masked. On ", hw::gb200.name, " compute binds from ",
                    or_never(first_compute_bound([](std::int64_t tokens) { return attn_prefill(1, tokens); }, hw::gb200,
                                                 1, 1'000'000)),
                    " tokens on."));
    }
    {
        const auto p = place(fused_qkv_a_proj.bf16_gemm(16), published);
        claim("dsv3_fused_a_gemm (bf16, B up to 16): ~500 FLOP/B, mixed",
              words("at most ", engineering(p.intensity()), ", ", engineering(p.attainable()), ", bound by ",
                    short_name(p.limit)),
              "In bf16, M rows give less than M FLOP for each byte of the weight.");
    }
    claim("kv_b_proj and both BMMs are kernels of one list",
          words("B = 128: ", engineering(work(kv_b_proj.as_published(128))), " = ",
                engineering(work(q_nope_w_kc.fp8_gemm(128))), " + ", engineering(work(attn_w_vc.fp8_gemm(128)))),
          "They are the same weight. Prefill multiplies with kv_b_proj, decode absorbs its halves into the queries and "
          "the output: a step that has all three counts twice.");

    claim("attainable: rmsnorm 10, silu_and_mul 5.4, topk 16 GFLOPS",
          words(engineering(attainable(rmsnorm_as_published(1), published)), ", ",
                engineering(attainable(silu_as_published(1), published)), ", ",
                engineering(attainable(topk_as_published(1), published))),
          words("A slip of 1000: ", engineering(intensity(rmsnorm_as_published(1))), " times ",
                engineering(rate<memory<dram>>(published)), " is ",
                engineering(intensity(rmsnorm_as_published(1)) * rate<memory<dram>>(published)), "."));
    claim("topk_softmax and topk_sigmoid, ~2 FLOP/B",
          words("grouped top-k: ", ratio(router(128)), " FLOP/B at B = 128"),
          "R1 routes by biased sigmoid scores, 8 of 256 experts out of the best 4 of 8 groups; the others are routers "
          "of other models.");
    {
        const auto fp4_time = min_time(q_b_proj.nvfp4_gemm(128), published);
        const auto bf16_time = min_time(q_b_proj.bf16_gemm(128), published);
        claim("the attention's projections run in FP4",
              words("doubtful. In bf16, q_b_proj at M = 128 has ", ratio(q_b_proj.bf16_gemm(128)), " FLOP/B and takes ",
                    engineering(bf16_time, 3), ", not ", engineering(fp4_time, 3)),
              "NVIDIA's first FP4 checkpoint of R1 kept them in bf16 (v2 is not verified), and the report itself lists "
              "fused_qkv_a_proj as FP4 and as bf16.");
    }
    {
        constexpr auto weight = weight_footprint(tensor<nvfp4, 1536, 24576>{});
        constexpr auto claimed = footprint(tensor<fp4, 1536, 24576>{});
        claim("an NVFP4 weight takes 0.5 byte",
              words(engineering(weight / (1536.0 * 24576.0)), "; q_b_proj: ", engineering(weight), ", not ",
                    engineering(claimed), ", ", significant(100 * (1 - claimed / weight), 2), " % low"),
              "Every 16 elements share a scale of 8 bit.");
    }
    return t;
}

}  // namespace deepseek_r1
