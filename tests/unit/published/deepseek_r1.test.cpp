// SPDX-License-Identifier: BSL-1.0
// A published roofline report of DeepSeek-R1-NVFP4 on GB200: what it says, and what is true on the machine it gives.
#include "printed.hpp"

#include <roofline/hardware/b200.hpp>
#include <roofline/hardware/gb200.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

#include <published_machines.hpp>
#include <static_check.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

using namespace roofline;
using published::gb200;

namespace {

/// Rows without end, for limits.
constexpr std::int64_t endless = 1'000'000'000;

/// bf16 in and out, 4-bit weights without scales, at the FP4 rate.
template<std::int64_t K, std::int64_t N>
constexpr auto as_published =
    [](std::int64_t rows) { return matmul(tensor<bf16, dyn, K>{rows}, tensor<fp4, K, N>{}, math<fp4>); };
/// What those bytes are on real hardware: multiplied in bf16.
template<std::int64_t K, std::int64_t N>
constexpr auto w4a16 = [](std::int64_t rows) { return matmul(tensor<bf16, dyn, K>{rows}, tensor<fp4, K, N>{}); };
/// Both operands with their scales, the result in bf16.
template<std::int64_t K, std::int64_t N>
constexpr auto nvfp4_gemm =
    [](std::int64_t rows) { return matmul(tensor<nvfp4, dyn, K>{rows}, tensor<nvfp4, K, N>{}, out<bf16>); };

constexpr auto fused_qkv_a = as_published<7168, 2112>;
constexpr auto q_b = as_published<1536, 24576>;
constexpr auto kv_b = as_published<512, 32768>;
constexpr auto o = as_published<16384, 7168>;

/// (128,rows,128) x (128,128,512) -> (128,rows,512)
constexpr auto q_nope_w_kc = [](std::int64_t rows) {
    return batched_matmul(tensor<fp8, 128, dyn, 128>{rows}, tensor<fp8, 128, 128, 512>{});
};
/// (128,rows,512) x (128,512,128) -> (128,rows,128)
constexpr auto attn_w_vc = [](std::int64_t rows) {
    return batched_matmul(tensor<fp8, 128, dyn, 512>{rows}, tensor<fp8, 128, 512, 128>{});
};

/// By the report's own count: FLOP and bf16 values moved, an element.
constexpr auto elementwise(double elements, double flop, double values) {
    return op(demand<vector_math<fp32>>(flop * elements * units::flop),
              demand<memory<dram>>(2 * values * elements * units::byte));
}

/// Absorbed latent attention over an endless context, so that q and o do not show: `heads` of them on this rank.
template<class T, std::int64_t Heads = 128>
constexpr auto attn_mqa = [](std::int64_t batch, std::int64_t queries = 1, std::int64_t keys = 100'000'000) {
    return mla_decode(tensor<bf16, dyn, dyn, Heads, 576>{batch, queries}, tensor<T, dyn, dyn, 576>{batch, keys},
                      latent<512>, math<bf16>);
};

template<class Make, class Machine>
constexpr std::int64_t first_row(Make make, const Machine& m) {
    return first_compute_bound(make, m, 1, endless).value_or(0);
}
constexpr std::int64_t never = 0;

/// The report's mixture: bf16 by 4 bit without scales at the FP4 rate, bmm_fp8, all else bf16.
struct prefill_as_published : uniform_recipe<bf16> {
    static constexpr std::string_view name = "as published";
    using attention = precision<fp4, bf16, fp4>;
    using absorbed = attention;  // kv_b_proj
    using feed_forward = attention;
    using experts = attention;
    using shared_experts = attention;
};
struct decode_as_published : prefill_as_published {
    using absorbed = precision<fp8>;  // bmm_fp8
};
constexpr recipes::deepseek_r1_nvfp4 deployed;

/// A step of DeepSeek-R1, with as many experts as a uniform router touches.
constexpr auto token = [](std::int64_t batch, std::int64_t keys, auto recipe) {
    return decode(models::deepseek_r1, batch, keys, recipe, distinct_experts::expected_uniform);
};
constexpr auto prompt = [](std::int64_t tokens, auto recipe) {
    return prefill(models::deepseek_r1, 1, tokens, recipe, distinct_experts::expected_uniform);
};

/// Share of the time in kernels that compute binds; in those of these names.
double share_bound_by_compute(const phase_placement& p) {
    double sum = 0;
    for (const kernel_placement& k : p)
        if (k.limit.is_compute()) sum += k.share;
    return sum;
}
double share_of(const phase_placement& p, std::initializer_list<std::string_view> names) {
    double sum = 0;
    for (const kernel_placement& k : p)
        for (const std::string_view name : names)
            if (k.name == name) sum += k.share;
    return sum;
}

}  // namespace

TEST_CASE("the ridge points follow from the published peaks") {
    STATIC_CHECK(ridge<matrix_math<fp4>>(gb200) == 1125_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<fp8>>(gb200) == 562.5_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<bf16>>(gb200) == 281.25_FLOPpB);
}

TEST_CASE("the peaks are those announced for B200, not GB200's") {
    STATIC_CHECK(rate<matrix_math<fp4>>(hw::gb200) == 10_PFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8>>(hw::gb200) == 5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::gb200) == 2.5_PFLOPS);
    STATIC_CHECK(rate<memory<dram>>(hw::gb200) == 8_TBps);
    STATIC_CHECK(ridge<matrix_math<fp4>>(hw::gb200) == 1250_FLOPpB);
    STATIC_CHECK(rate<matrix_math<fp4>>(hw::b200) == rate<matrix_math<fp4>>(gb200));
    STATIC_CHECK(rate<matrix_math<fp8>>(hw::b200) == rate<matrix_math<fp8>>(gb200));
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::b200) == rate<matrix_math<bf16>>(gb200));
    STATIC_CHECK(rate<memory<dram>>(hw::b200) == 7.7_TBps);
}

TEST_CASE("q_b_proj with 128 rows as published is memory-bound, not compute-bound at 371 FLOP/B") {
    STATIC_CHECK(work(q_b(128)) == 9663676416_FLOP);
    STATIC_CHECK(traffic(q_b(128)) == 25559040_B);
    STATIC_CHECK(!prints_as(traffic(q_b(128)), 26.1_MB, 0.1e6));
    STATIC_CHECK(prints_as(intensity(q_b(128)), 378.09_FLOPpB, 0.01));
    STATIC_CHECK(!prints_as(intensity(q_b(128)), 371_FLOPpB, 1));
    STATIC_CHECK(memory_bound(q_b(128), gb200));
    STATIC_CHECK(prints_as(attainable(q_b(128), gb200), 3024.7_TFLOPS, 0.1e12));
    // Static extents say the same.
    constexpr auto fixed = matmul(tensor<bf16, 128, 1536>{}, tensor<fp4, 1536, 24576>{}, math<fp4>);
    STATIC_CHECK(work(fixed) == work(q_b(128)) && traffic(fixed) == traffic(q_b(128)));
    STATIC_CHECK(min_time(fixed, gb200) == min_time(q_b(128), gb200));
}

TEST_CASE("the same bytes as W4A16 are compute-bound, at the bf16 rate") {
    constexpr auto w4 = w4a16<1536, 24576>(128);
    STATIC_CHECK(intensity(w4) == intensity(q_b(128)));
    STATIC_CHECK(compute_bound(w4, gb200));
    STATIC_CHECK(place(w4, gb200).limit == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(prints_as(attainable(w4, gb200), 2250_TFLOPS, 1));  // to the last bits
}

TEST_CASE("NVFP4 by NVFP4 is memory-bound, too") {
    constexpr auto real = nvfp4_gemm<1536, 24576>(128);
    STATIC_CHECK(traffic(real) == (128.0 * 1536 + 1536.0 * 24576) * 4.5_bit + 2.0 * 4_B + 128.0 * 24576 * 2_B);
    STATIC_CHECK(prints_as(intensity(real), 349.68_FLOPpB, 0.01));
    STATIC_CHECK(memory_bound(real, gb200));
    STATIC_CHECK(memory_bound(real, hw::gb200));
    STATIC_CHECK(prints_as(attainable(real, gb200), 2797.4_TFLOPS, 0.1e12));
}

TEST_CASE("the intensities printed for the projections are beyond their limits") {
    STATIC_CHECK(prints_as(intensity(fused_qkv_a(endless)), 1631.3_FLOPpB, 0.1));  // the report: 7000
    STATIC_CHECK(prints_as(intensity(q_b(endless)), 1445.6_FLOPpB, 0.1));          // 12000
    STATIC_CHECK(prints_as(intensity(kv_b(endless)), 504.1_FLOPpB, 0.1));          // 15000
    STATIC_CHECK(prints_as(intensity(o(endless)), 4986.4_FLOPpB, 0.1));            // 9000
}

TEST_CASE("the projections are compute-bound from many rows on, and kv_b_proj never") {
    STATIC_CHECK(first_row(fused_qkv_a, gb200) == 907);
    STATIC_CHECK(first_row(q_b, gb200) == 1269);
    STATIC_CHECK(first_row(kv_b, gb200) == never);
    STATIC_CHECK(first_row(o, gb200) == 364);
    STATIC_CHECK(memory_bound(fused_qkv_a(906), gb200) && compute_bound(fused_qkv_a(907), gb200));

    STATIC_CHECK(first_row(nvfp4_gemm<7168, 2112>, gb200) == 457);
    STATIC_CHECK(first_row(nvfp4_gemm<1536, 24576>, gb200) == 1243);
    STATIC_CHECK(first_row(nvfp4_gemm<512, 32768>, gb200) == never);
    STATIC_CHECK(first_row(nvfp4_gemm<16384, 7168>, gb200) == 357);
}

TEST_CASE("decode is left of every ridge at B = 1 and at B = 128") {
    STATIC_CHECK(prints_as(intensity(kv_b(1)), 3.97_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(o(1)), 4.00_FLOPpB, 0.01));
    STATIC_CHECK(intensity(kv_b(1)) < intensity(q_b(1)) && intensity(q_b(1)) < intensity(fused_qkv_a(1)));
    STATIC_CHECK(intensity(fused_qkv_a(1)) < intensity(o(1)));
    for (const std::int64_t rows : {1, 128}) {
        CHECK(memory_bound(fused_qkv_a(rows), gb200));
        CHECK(memory_bound(q_b(rows), gb200));
        CHECK(memory_bound(o(rows), gb200));
    }
    STATIC_CHECK(memory_bound(o(1), gb200) && memory_bound(o(128), gb200));
}

TEST_CASE("the intensity of a projection grows with the batch, by about 4 a row") {
    STATIC_CHECK(prints_as(intensity(o(1)) / 4_FLOPpB, 1.0, 0.01));
    STATIC_CHECK(prints_as(intensity(o(8)) / 32_FLOPpB, 1.0, 0.02));
    STATIC_CHECK(intensity(o(128)) > 100.0 * intensity(o(1)));
}

TEST_CASE("prefill of 1024 tokens: two projections are compute-bound, two are not") {
    STATIC_CHECK(prints_as(intensity(fused_qkv_a(1024)), 1166.7_FLOPpB, 0.1) &&
                 compute_bound(fused_qkv_a(1024), gb200));
    STATIC_CHECK(prints_as(intensity(o(1024)), 2248.8_FLOPpB, 0.1) && compute_bound(o(1024), gb200));
    STATIC_CHECK(prints_as(intensity(q_b(1024)), 1068.5_FLOPpB, 0.1) && memory_bound(q_b(1024), gb200));
    STATIC_CHECK(prints_as(intensity(kv_b(1024)), 448.9_FLOPpB, 0.1) && memory_bound(kv_b(1024), gb200));
}

TEST_CASE("the absorbed BMMs are memory-bound for every batch, not compute-bound from 64 on") {
    STATIC_CHECK(prints_as(intensity(q_nope_w_kc(1)), 1.98_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(q_nope_w_kc(64)), 78.77_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(q_nope_w_kc(128)), 113.78_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(intensity(q_nope_w_kc(endless)), 204.8_FLOPpB, 0.1));
    STATIC_CHECK(intensity(q_nope_w_kc(endless)) < 256_FLOPpB);
    STATIC_CHECK(first_row(q_nope_w_kc, gb200) == never);
    STATIC_CHECK(first_row(attn_w_vc, gb200) == never);
}

TEST_CASE("dsv3_fused_a_gemm reaches 16 FLOP/B, not 500") {
    constexpr auto gemm = [](std::int64_t rows) {
        return matmul(tensor<bf16, dyn, 7168>{rows}, tensor<bf16, 7168, 2112>{});
    };
    STATIC_CHECK(prints_as(intensity(gemm(16)), 15.84_FLOPpB, 0.01));
    STATIC_CHECK(intensity(gemm(15)) < intensity(gemm(16)) && intensity(gemm(16)) < 15.85_FLOPpB);
    STATIC_CHECK(prints_as(attainable(gemm(16), gb200), 126.8_TFLOPS, 0.1e12));
    STATIC_CHECK(memory_bound(gemm(16), gb200));
}

TEST_CASE("elementwise kernels attain TFLOP/s, not GFLOP/s") {
    constexpr auto rmsnorm = elementwise(7168, 5, 2);
    STATIC_CHECK(intensity(rmsnorm) == 1.25_FLOPpB);
    STATIC_CHECK(1.25_FLOPpB * 8_TBps == 10_TFLOPS);
    STATIC_CHECK(attainable(rmsnorm, gb200) == 10_TFLOPS);
    STATIC_CHECK(attainable(rmsnorm, gb200) > 999.0 * 10_GFLOPS);
    constexpr auto silu = elementwise(2048, 4, 3);
    STATIC_CHECK(prints_as(attainable(silu, gb200), 5.33_TFLOPS, 0.01e12));
    constexpr auto topk = op(demand<vector_math<fp32>>(2048_FLOP), demand<memory<dram>>(1024_B));
    STATIC_CHECK(attainable(topk, gb200) == 16_TFLOPS);
    STATIC_CHECK(memory_bound(rmsnorm, gb200) && memory_bound(silu, gb200) && memory_bound(topk, gb200));
    // The machine as published gives no vector rate, which the placement says.
    STATIC_CHECK(place(rmsnorm, gb200).unpublished.size() == 1);
    STATIC_CHECK(place(rmsnorm, gb200).unpublished[0] == resource_of<vector_math<fp32>>);
}

TEST_CASE("kv_b_proj and both absorbed BMMs in one step count the same work twice") {
    STATIC_CHECK(work(q_nope_w_kc(128)) + work(attn_w_vc(128)) == work(kv_b(128)));
    STATIC_CHECK(work(q_nope_w_kc(1)) == 16777216_FLOP && work(kv_b(1)) == 33554432_FLOP);
}

TEST_CASE("an NVFP4 element takes 4.5 bit, so that 0.5 byte is 11 % low") {
    constexpr auto stored = weight_footprint(tensor<nvfp4, 1536, 24576>{});
    STATIC_CHECK(stored == 1536.0 * 24576 * 4.5_bit + 4_B);
    STATIC_CHECK(prints_as(1 - footprint(tensor<fp4, 1536, 24576>{}) / stored, 0.11, 0.01));
}

TEST_CASE("kept in bf16, as in NVIDIA's first FP4 checkpoint, q_b_proj takes almost three times as long") {
    constexpr auto kept = matmul(tensor<bf16, 128, 1536>{}, tensor<bf16, 1536, 24576>{});
    STATIC_CHECK(memory_bound(kept, gb200));
    STATIC_CHECK(prints_as(speedup(kept, nvfp4_gemm<1536, 24576>(128), gb200), 2.97, 0.01));
}

TEST_CASE("latent attention in decoding is memory-bound for every batch: its intensity does not depend on it") {
    STATIC_CHECK(prints_as(intensity(attn_mqa<bf16>(1)), 241.8_FLOPpB, 0.1));
    STATIC_CHECK(prints_as(intensity(attn_mqa<bf16>(1, 1, 4096)), 228.3_FLOPpB, 0.1));
    STATIC_CHECK(intensity(attn_mqa<bf16>(128)) == intensity(attn_mqa<bf16>(1)));
    STATIC_CHECK(intensity(attn_mqa<bf16>(128, 1, 4096)) == intensity(attn_mqa<bf16>(1, 1, 4096)));
    STATIC_CHECK(memory_bound(attn_mqa<bf16>(1), gb200) && memory_bound(attn_mqa<bf16>(128), gb200));
    STATIC_CHECK(first_compute_bound([](std::int64_t batch) { return attn_mqa<bf16>(batch); }, gb200, 1, 100'000) ==
                 std::nullopt);
}

TEST_CASE(
    "what moves latent attention across the ridge is the cache format, the heads on a rank, the queries at once") {
    STATIC_CHECK(prints_as(intensity(attn_mqa<fp8_ds_mla>(1)), 424.6_FLOPpB, 0.1));
    STATIC_CHECK(compute_bound(attn_mqa<fp8_ds_mla>(1), gb200));
    STATIC_CHECK(prints_as(intensity(attn_mqa<bf16, 16>(1)), 30.2_FLOPpB, 0.1));
    STATIC_CHECK(memory_bound(attn_mqa<bf16, 16>(1), gb200));
    STATIC_CHECK(compute_bound(attn_mqa<bf16>(1, 2), gb200));
}

TEST_CASE("R1 routes by the best groups of biased sigmoid scores, not by topk_softmax or topk_sigmoid") {
    constexpr auto own =
        grouped_top_k(tensor<fp32, 128, 256>{}, tensor<fp32, 256>{}, top_k<8>, expert_groups<8>, kept_groups<4>);
    constexpr auto others = top_k_softmax(tensor<fp32, 128, 256>{}, top_k<8>);
    STATIC_CHECK(traffic(own) == traffic(others) + 256 * 4_B);  // the bias
    STATIC_CHECK(memory_bound(own, hw::gb200));
    units::traffic in_a_layer{};
    token(128, 1024, deployed).for_each([&](std::string_view name, const auto& op, std::int64_t) {
        if (name == "route") in_a_layer = traffic(op);
    });
    CHECK(in_a_layer == traffic(own));
}

TEST_CASE("a whole decode step waits for memory at B = 1 and at B = 128, on every machine, in both mixtures") {
    STATIC_CHECK(memory_bound(token(1, 1024, deployed), gb200) && memory_bound(token(128, 1024, deployed), gb200));
    STATIC_CHECK(memory_bound(token(1, 1024, deployed), hw::gb200) &&
                 memory_bound(token(128, 1024, deployed), hw::gb200));
    STATIC_CHECK(memory_bound(token(128, 1024, decode_as_published{}), gb200));
    for (const std::int64_t batch : {1, 128}) {
        CHECK(share_bound_by_compute(place(token(batch, 1024, decode_as_published{}), gb200)) == 0);
        CHECK(share_bound_by_compute(place(token(batch, 1024, deployed), gb200)) == 0);
        CHECK(share_bound_by_compute(place(token(batch, 1024, deployed), hw::b200)) == 0);
        CHECK(share_bound_by_compute(place(token(batch, 1024, deployed), hw::gb200)) == 0);
    }
}

TEST_CASE("at B = 1 GEMMs dominate, and norms, activations and routing take less than 1 %") {
    const phase_placement p = place(token(1, 1024, deployed), hw::gb200);
    CHECK(share_of(p, {"fused_qkv_a_proj", "q_b_proj", "q_absorb", "v_absorb", "o_proj", "gate_up_proj", "down_proj",
                       "router", "experts_gate_up", "experts_down", "shared_gate_up", "shared_down", "lm_head"}) >
          0.99);
    CHECK(share_of(p, {"o_proj"}) == doctest::Approx(0.371).epsilon(0.002));
}

TEST_CASE("a larger batch yields more tokens a second, although no kernel gets compute-bound") {
    const auto each = [](std::int64_t batch) {
        return min_time(token(batch, 1024, deployed), hw::gb200) / static_cast<double>(batch);
    };
    for (std::int64_t batch = 1; batch < 256; batch *= 2) CHECK(each(2 * batch) < each(batch));
    CHECK(share_bound_by_compute(place(token(256, 1024, deployed), hw::gb200)) == 0);
}

TEST_CASE("prefill of 1024 tokens waits for the experts' weights for most of the time") {
    STATIC_CHECK(memory_bound(prompt(1024, prefill_as_published{}), gb200));
    STATIC_CHECK(memory_bound(prompt(1024, deployed), hw::gb200));
    CHECK(share_bound_by_compute(place(prompt(1024, prefill_as_published{}), gb200)) < 0.1);
    const phase_placement p = place(prompt(1024, deployed), hw::gb200);
    CHECK(share_bound_by_compute(p) == doctest::Approx(0.155).epsilon(0.005));
    CHECK(share_of(p, {"experts_gate_up", "experts_down"}) == doctest::Approx(0.744).epsilon(0.005));
    // From some thousand tokens on the experts have rows enough.
    STATIC_CHECK(memory_bound(prompt(4096, deployed), hw::gb200) && compute_bound(prompt(8192, deployed), hw::gb200));
}

TEST_CASE("attention in the prefill of 1024 tokens lies on the ridge") {
    constexpr auto heads = mla_prefill(tensor<bf16, 1, 1024, 128, 192>{}, tensor<bf16, 1, 1024, 128, 128>{},
                                       tensor<bf16, 1, 1024, 64>{}, tensor<bf16, 1, 1024, 128, 128>{});
    STATIC_CHECK(prints_as(intensity(heads), 284.5_FLOPpB, 0.1));
    STATIC_CHECK(compute_bound(heads, gb200));     // ridge 281.25
    STATIC_CHECK(memory_bound(heads, hw::b200));   // 292.2
    STATIC_CHECK(memory_bound(heads, hw::gb200));  // 312.5
}

TEST_CASE("with the prompt attention grows by the square and dominates, projections and the cache grow linearly") {
    const auto flop = [](std::int64_t tokens, std::string_view kernel) {
        double sum = 0;
        prompt(tokens, deployed).for_each([&](std::string_view name, const auto& op, std::int64_t layers) {
            if (name == kernel) sum += static_cast<double>(layers) * work(op).value();
        });
        return sum;
    };
    CHECK(flop(65536, "attention") / flop(32768, "attention") == doctest::Approx(4).epsilon(1e-4));
    CHECK(flop(65536, "q_b_proj") == 2 * flop(32768, "q_b_proj"));
    CHECK(share_of(place(prompt(131072, deployed), hw::gb200), {"attention"}) > 0.85);
    STATIC_CHECK(cache_footprint(models::deepseek_r1, deployed, 65536) ==
                 2 * cache_footprint(models::deepseek_r1, deployed, 32768));
}

TEST_CASE("no single GPU holds the model") {
    STATIC_CHECK(prints_as(weight_footprint(models::deepseek_r1, deployed), 396.7_GB, 0.1e9));
    STATIC_CHECK(!fits(token(1, 1024, deployed), hw::gb200));
}
