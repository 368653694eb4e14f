// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <cmath>

using namespace roofline;
using namespace roofline::literals;

namespace {

/// Milliseconds to four digits behind the point, as the figures below are given.
constexpr bool is(double seconds, double milliseconds, double digit) {
    const double difference = seconds * 1e3 - milliseconds;
    return difference < digit / 2 && difference > -digit / 2;
}

}  // namespace

TEST_CASE("Llama-2-7B: the FLOP of all matmuls and attention, causal exact, head of the last token") {
    constexpr auto flop = [](std::int64_t b, std::int64_t s) {
        return work(prefill(models::llama_2_7b, b, s, uniform<fp16>));
    };
    STATIC_CHECK(is((flop(1, 2048) / 312_TFLOPS).value(), 88.545, 1e-3));
    STATIC_CHECK(is((flop(1, 4096) / 312_TFLOPS).value(), 184.137, 1e-3));
    STATIC_CHECK(is((flop(16, 4096) / 312_TFLOPS).value(), 2946.196, 1e-3));
    STATIC_CHECK(is((flop(1, 2048) / 154.84_TFLOPS).value(), 178.417, 1e-3));
}

TEST_CASE("Llama-2-7B: matrices without the embedding table, and the cache, read once") {
    constexpr auto read = [](std::int64_t b, std::int64_t context) {
        return weight_footprint(models::llama_2_7b, uniform<fp16>) - (32000 + 65) * 4096 * 2_B +
               static_cast<double>(b) * cache_footprint(models::llama_2_7b, uniform<fp16>, context);
    };
    STATIC_CHECK(is((read(1, 2048) / 2039_GBps).value(), 7.0073, 1e-4));
    STATIC_CHECK(is((read(1, 4096) / 2039_GBps).value(), 7.5339, 1e-4));
    STATIC_CHECK(is((read(16, 4096) / 2039_GBps).value(), 23.3320, 1e-4));
    STATIC_CHECK(is((read(1, 2048) / 768_GBps).value(), 18.6040, 1e-4));
}

TEST_CASE("the operators' own bounds add up to a little more than the totals") {
    // Norms, rope, the cache's append, softmax and activations in the traffic; operators that DRAM binds in the prefill.
    constexpr double prefill_time = min_time(prefill(models::llama_2_7b, 1, 2048, uniform<fp16>), hw::a100_sxm_80gb).value();
    STATIC_CHECK(prefill_time > 88.545e-3);
    STATIC_CHECK(prefill_time < 88.545e-3 * 1.08);
    constexpr double decode_time = min_time(decode(models::llama_2_7b, 1, 2048, uniform<fp16>), hw::a100_sxm_80gb).value();
    STATIC_CHECK(decode_time > 7.0073e-3);
    STATIC_CHECK(decode_time < 7.0073e-3 * 1.002);
}

TEST_CASE("a phase is memory-bound or compute-bound as most of its time is") {
    STATIC_CHECK(memory_bound(decode(models::llama_2_7b, 1, 2048, uniform<fp16>), hw::a100_sxm_80gb));
    STATIC_CHECK(compute_bound(prefill(models::llama_2_7b, 1, 2048, uniform<fp16>), hw::a100_sxm_80gb));
}

TEST_CASE("a placement of a phase lists its kernels in order, and their times add up to its own") {
    constexpr auto placed = place(decode(models::llama_2_7b, 4, 2048, uniform<fp16>), hw::a100_sxm_80gb);
    STATIC_CHECK(placed[0].name == "embedding");
    STATIC_CHECK(placed[placed.size() - 1].name == "lm_head");
    STATIC_CHECK(placed["qkv_proj"].layers == 32);
    STATIC_CHECK(placed["qkv_proj"].time ==
                 32 * min_time(matmul(tensor<fp16, 4, 4096>{}, tensor<fp16, 4096, 12288>{}), hw::a100_sxm_80gb));
    double sum = 0, share = 0;
    for (const kernel_placement& k : placed) {
        sum += k.time.value();
        share += k.share;
    }
    CHECK(sum == doctest::Approx(placed.time.value()));
    CHECK(share == doctest::Approx(1));
    CHECK(placed.time.value() == doctest::Approx(min_time(decode(models::llama_2_7b, 4, 2048, uniform<fp16>), hw::a100_sxm_80gb).value()));
    CHECK_THROWS_AS(static_cast<void>(placed["o_project"]), unsupported);
}

TEST_CASE("DeepSeek-V3: 73.25 GFLOP of linear work a token") {
    // Every weight but the embedding table, 8 of the 256 routed experts, twice.
    double flop = 0;
    decode(models::deepseek_r1, 1, 1, uniform<bf16>).for_each([&](std::string_view name, const auto& op, std::int64_t layers) {
        if (name.find("norm") == name.npos && name != "attention" && name != "rope" && name != "route" && name != "combine" &&
            name.find("activation") == name.npos && name != "silu_and_mul" && name.find("add") == name.npos)
            flop += static_cast<double>(layers) * work(op).value();
    });
    CHECK(std::abs(flop - 73.25e9) < 0.005e9);
}

TEST_CASE("prefill expands the latents, decode absorbs: the same FLOP, never both") {
    const auto has = [](const auto& phase, std::string_view wanted) {
        double flop = 0;
        phase.for_each([&](std::string_view name, const auto& op, std::int64_t) {
            if (name == wanted) flop += work(op).value();
        });
        return flop;
    };
    constexpr auto expanded = prefill(models::deepseek_r1, 1, 64, uniform<bf16>);
    constexpr auto absorbed = decode(models::deepseek_r1, 64, 64, uniform<bf16>);
    CHECK(has(expanded, "q_absorb") == 0);
    CHECK(has(absorbed, "kv_b_proj") == 0);
    CHECK(has(expanded, "kv_b_proj") == has(absorbed, "q_absorb") + has(absorbed, "v_absorb"));
}

TEST_CASE("what may share a kernel is a policy: the FLOP stay, the traffic falls") {
    constexpr auto fused = decode(models::llama_2_7b, 4, 2048, uniform<fp16>);
    constexpr auto apart = decode(models::llama_2_7b, 4, 2048, uniform<fp16>, separate_kernels{});
    STATIC_CHECK(work(fused) == work(apart));
    STATIC_CHECK(traffic(fused) < traffic(apart));
    STATIC_CHECK(place(apart, hw::a100_sxm_80gb).size() > place(fused, hw::a100_sxm_80gb).size());
}

TEST_CASE("a verification of one candidate is a decode") {
    constexpr auto one = verify(models::llama_2_7b, 4, 2048, 1, uniform<fp16>);
    constexpr auto step = decode(models::llama_2_7b, 4, 2048, uniform<fp16>);
    STATIC_CHECK(work(one) == work(step));
    STATIC_CHECK(traffic(one) == traffic(step));
    STATIC_CHECK(work(verify(models::llama_2_7b, 4, 2048, 8, uniform<fp16>)) > 7 * work(step));
}

TEST_CASE("a prefill behind a cached prefix is the rest of the work") {
    constexpr auto whole = prefill(models::llama_2_7b, 1, 2048, uniform<fp16>);
    constexpr auto first = prefill(models::llama_2_7b, 1, 1024, uniform<fp16>);
    constexpr auto second = prefill(models::llama_2_7b, 1, 1024, 2048, uniform<fp16>);
    constexpr units::work head = 2.0 * 4096 * 32000 * 1_FLOP;
    STATIC_CHECK(work(first) + work(second) == work(whole) + head);
}

TEST_CASE("what cannot be is refused with what would be right") {
    const auto sentence = [](std::int64_t b, std::int64_t context) {
        return [=] { static_cast<void>(decode(models::llama_2_7b, b, context, uniform<fp16>)); };
    };
    CHECK_THROWS_WITH_AS(sentence(0, 1)(), "decode of Llama-2-7B: the batch is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(sentence(1, 0)(), "decode of Llama-2-7B: the context of 0 must hold the 1 new tokens", shape_error);
    CHECK_THROWS_WITH_AS(sentence(1, 4097)(),
                         "decode of Llama-2-7B: the context of 4097 is past the 4096 positions of the model; say beyond_maximum "
                         "to go there",
                         shape_error);
    CHECK_THROWS_WITH_AS(sentence(std::int64_t{1} << 62, 4096)(), "decode of Llama-2-7B: a tensor has more than 2^53 elements",
                         shape_error);
    CHECK_NOTHROW(decode(models::llama_2_7b, 1, 8192, uniform<fp16>, beyond_maximum));
    CHECK_THROWS_WITH_AS(verify(models::llama_2_7b, 1, 4, 8, uniform<fp16>),
                         "verify of Llama-2-7B: the context of 4 must hold the 8 new tokens", shape_error);
    CHECK_THROWS_WITH_AS(verify(models::llama_2_7b, 1, 4, 0, uniform<fp16>),
                         "verify of Llama-2-7B: the number of new tokens is 0 and must be at least 1", shape_error);
}

namespace {
struct scaled_cache : uniform_recipe<bf16> {
    using kv_cache = fp8_ds_mla;
    using attention_math = bf16;
    using absorbed = precision<fp8>;
};
}  // namespace

TEST_CASE("a cache may have scales, and activations may have none") {
    constexpr auto step = decode(models::deepseek_r1, 2, 64, scaled_cache{});
    double appended = 0, converted = 0;
    step.for_each([&](std::string_view name, const auto& op, std::int64_t) {
        if (name == "kv_cache_append") appended = traffic(op).value();
        if (name == "q_absorb_quantize") converted = traffic(op).value();
    });
    CHECK(appended == 2 * (576 * 2 + 656));       // 656 B a token, scales included
    CHECK(converted == 128 * 2 * 128 * (2 + 1));  // (128,2,128), bf16 to fp8
}
