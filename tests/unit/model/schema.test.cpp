// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/hardware/a40.hpp>
#include <roofline/model.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

using namespace roofline;
using namespace roofline::literals;

// Models of all kinds, to the last parameter of their checkpoints; where none is known, to what their code adds up to.

namespace {

/// Source: config.json of meta-llama/Meta-Llama-3-70B.
constexpr transformer llama_3_70b(
    backbone{.name = "Llama-3-70B", .hidden = 8192, .vocabulary = 128256, .max_position = 8192}, rms_normed{},
    layers{80, grouped_query_attention{.heads = 64, .kv_heads = 8, .head_size = 128, .rotary = 128},
           feed_forward<activation::swiglu>{.intermediate = 28672}});

/// Source: config.json of mistralai/Mixtral-8x7B-v0.1.
constexpr transformer mixtral_8x7b(
    backbone{.name = "Mixtral 8x7B", .hidden = 4096, .vocabulary = 32000, .max_position = 32768}, rms_normed{},
    layers{32, grouped_query_attention{.heads = 32, .kv_heads = 8, .head_size = 128, .rotary = 128},
           mixture_of_experts<activation::swiglu, softmax_router>{.experts = 8, .per_token = 2, .intermediate = 14336}});

/// Source: config.json of Qwen/Qwen3-30B-A3B.
constexpr transformer qwen3_30b_a3b(
    backbone{.name = "Qwen3-30B-A3B", .hidden = 2048, .vocabulary = 151936, .max_position = 40960}, rms_normed{},
    layers{48, grouped_query_attention{.heads = 32, .kv_heads = 4, .head_size = 128, .rotary = 128, .qk_norm = true},
           mixture_of_experts<activation::swiglu, softmax_router>{.experts = 128, .per_token = 8, .intermediate = 768}});

/// Source: gemma/config.py of google/gemma_pytorch. Every other layer sees the last 4096 keys; four norms a layer.
constexpr grouped_query_attention gemma_2_27b_attention{.heads = 32, .kv_heads = 16, .head_size = 128, .rotary = 128};
constexpr grouped_query_attention gemma_2_27b_local{.heads = 32, .kv_heads = 16, .head_size = 128, .rotary = 128, .window = 4096};
constexpr feed_forward<activation::geglu> gemma_2_27b_mlp{.intermediate = 36864};
constexpr transformer gemma_2_27b(
    backbone{.name = "Gemma 2 27B", .hidden = 4608, .vocabulary = 256000, .max_position = 8192, .tied = true}, rms_normed{},
    layers{23, gemma_2_27b_local, gemma_2_27b_mlp, true}, layers{23, gemma_2_27b_attention, gemma_2_27b_mlp, true});

/// Source: config.json of openai/gpt-oss-120b, gpt_oss/torch/model.py of openai/gpt-oss.
constexpr grouped_query_attention gpt_oss_attention{
    .heads = 64, .kv_heads = 8, .head_size = 64, .rotary = 64, .qkv_bias = true, .output_bias = true, .sinks = true};
constexpr grouped_query_attention gpt_oss_local{.heads = 64, .kv_heads = 8, .head_size = 64, .rotary = 64, .window = 128,
                                                .qkv_bias = true, .output_bias = true, .sinks = true};
constexpr mixture_of_experts<activation::swiglu, biased_softmax_router> gpt_oss_experts{
    .experts = 128, .per_token = 4, .intermediate = 2880, .expert_bias = true};
constexpr transformer gpt_oss_120b(
    backbone{.name = "gpt-oss-120b", .hidden = 2880, .vocabulary = 201088, .max_position = 131072}, rms_normed{},
    layers{18, gpt_oss_local, gpt_oss_experts}, layers{18, gpt_oss_attention, gpt_oss_experts});

/// Source: metaseq, opt_job_constants.py; arXiv 2205.01068. Positions have two rows more than there are.
constexpr transformer opt_6_7b(
    backbone{.name = "OPT 6.7B", .hidden = 4096, .vocabulary = 50272, .max_position = 2048, .learned_positions = 2050, .tied = true},
    layer_normed{},
    layers{32, grouped_query_attention{.heads = 32, .kv_heads = 32, .head_size = 128, .qkv_bias = true, .output_bias = true},
           feed_forward<activation::relu>{.intermediate = 16384, .bias = true}});

/// Source: config.json of microsoft/Phi-3-mini-4k-instruct.
constexpr transformer phi_3_mini(
    backbone{.name = "Phi-3-mini", .hidden = 3072, .vocabulary = 32064, .max_position = 4096}, rms_normed{},
    layers{32, grouped_query_attention{.heads = 32, .kv_heads = 32, .head_size = 96, .rotary = 96, .window = 2047},
           feed_forward<activation::swiglu>{.intermediate = 8192}});

/// Source: config.json of deepseek-ai/DeepSeek-V2-Lite. No low rank of the queries.
constexpr latent_attention<512> v2_lite_attention{.heads = 16, .nope = 128, .rope_size = 64, .value = 128};
constexpr transformer deepseek_v2_lite(
    backbone{.name = "DeepSeek-V2-Lite", .hidden = 2048, .vocabulary = 102400, .max_position = 163840}, rms_normed{},
    layers{1, v2_lite_attention, feed_forward<activation::swiglu>{.intermediate = 10944}},
    layers{26, v2_lite_attention,
           mixture_of_experts<activation::swiglu, softmax_router>{
               .experts = 64, .per_token = 6, .intermediate = 1408, .shared_intermediate = 2816}});

/// A mixer that the library does not bring: of Mamba-2 (arXiv 2405.21060; mamba_ssm/modules/mamba2.py).
struct mamba_2_mixer {
    std::int64_t heads = 0;       // h
    std::int64_t head_size = 0;   // p
    std::int64_t state = 0;       // n
    std::int64_t groups = 1;      // g
    std::int64_t convolved = 4;   // w

    constexpr std::int64_t inner() const { return heads * head_size; }
    constexpr std::int64_t channels() const { return inner() + 2 * groups * state; }

    template<class F>
    constexpr void weights(std::int64_t hidden, F&& f) const {
        f(weight_class::attention, hidden, inner() + channels() + heads, 1);  // gate, convolved channels, steps
        f(weight_class::vector, 1, channels() * (convolved + 1), 1);          // with a bias
        f(weight_class::vector, 1, 3 * heads + inner(), 1);                   // decay, skip, bias of steps; norm
        f(weight_class::attention, inner(), hidden, 1);
    }
    /// What a sequence keeps does not grow.
    template<class T>
    constexpr double cache_bytes(std::int64_t) const {
        return footprint(tensor<T, dyn, dyn, dyn>{heads, head_size, state}).value() +
               footprint(tensor<T, dyn, dyn>{channels(), convolved - 1}).value();
    }
    template<class Plan, class F>
    constexpr void operators(const Plan& p, F&& f) const {
        using recipe = typename Plan::recipe;
        using T = typename Plan::residual;
        const std::int64_t t = p.tokens(), b = p.batch, s = p.added;
        const auto in = matmul(tensor<T, dyn, dyn>{t, p.hidden},
                               tensor<typename recipe::attention::weights, dyn, dyn>{p.hidden, inner() + channels() + heads});
        f("in_proj", in);
        const tensor<typename recipe::kv_cache, dyn, dyn, dyn, dyn> kept{b, heads, head_size, state};
        const tensor<fp32, dyn> a{heads};
        if constexpr (std::is_same_v<typename Plan::kind, decode_kind>) {
            f("conv1d", conv1d_update(tensor<typename recipe::kv_cache, dyn, dyn, dyn>{b, channels(), convolved - 1},
                                      tensor<T, dyn, dyn>{b, channels()}, tensor<T, dyn, dyn>{channels(), convolved}));
            f("ssd", ssd_update(kept, tensor<T, dyn, dyn, dyn>{b, heads, head_size}, tensor<T, dyn, dyn>{b, heads}, a,
                                tensor<T, dyn, dyn, dyn>{b, groups, state}, tensor<T, dyn, dyn, dyn>{b, groups, state}));
        } else {
            const tensor<T, dyn, dyn, dyn, dyn> in_and_out{b, s, groups, state};
            f("ssd", ssd(kept, tensor<T, dyn, dyn, dyn, dyn>{b, s, heads, head_size}, tensor<T, dyn, dyn, dyn>{b, s, heads}, a,
                         in_and_out, in_and_out));
        }
        f("gate", silu_and_mul(tensor<T, dyn, dyn>{t, 2 * inner()}));
        f("gate_norm", rms_norm(tensor<T, dyn, dyn>{t, inner()}, tensor<T, dyn>{inner()}));
        f("out_proj", matmul(tensor<T, dyn, dyn>{t, inner()},
                             tensor<typename recipe::attention::weights, dyn, dyn>{inner(), p.hidden}));
    }
};
constexpr transformer mamba_2_2_7b(backbone{.name = "Mamba2-2.7B", .hidden = 2560, .vocabulary = 50288, .tied = true},
                                   rms_normed{},
                                   layers{64, mamba_2_mixer{.heads = 80, .head_size = 64, .state = 128}, no_feed_forward{}});

/// A step in BF16 takes at least the time of the weights that it reads.
template<class Model>
constexpr bool decodes(const Model& model) {
    const auto step = decode(model, 1, 512, uniform<bf16>);
    return memory_bound(step, hw::b200) && traffic(step) > 2 * cache_footprint(model, uniform<bf16>, 256) &&
           work(prefill(model, 1, 512, uniform<bf16>)) > 400 * work(step);
}

}  // namespace

TEST_CASE("grouped queries") {
    STATIC_CHECK(parameters(llama_3_70b) == 70'553'706'496);
    STATIC_CHECK(decodes(llama_3_70b));
}
TEST_CASE("experts that a softmax picks") {
    STATIC_CHECK(parameters(mixtral_8x7b) == 46'702'792'704);
    STATIC_CHECK(decodes(mixtral_8x7b));
}
TEST_CASE("norms over heads of queries and keys") {
    STATIC_CHECK(parameters(qwen3_30b_a3b) == 30'532'122'624);
    STATIC_CHECK(decodes(qwen3_30b_a3b));
    CHECK(place(decode(qwen3_30b_a3b, 3, 512, uniform<bf16>), hw::b200)["k_norm"].traffic ==
          48 * traffic(rms_norm(tensor<bf16, 12, 128>{}, tensor<bf16, 128>{})));
}
TEST_CASE("four norms a layer, every other layer with a window, a tied head") {
    STATIC_CHECK(parameters(gemma_2_27b) == 27'227'128'320);
    STATIC_CHECK(decodes(gemma_2_27b));
    STATIC_CHECK(cache_footprint(gemma_2_27b, uniform<bf16>, 8192) == 23 * (4096 + 8192) * 2 * 16 * 128 * 2_B);
    constexpr auto two = [] {
        auto model = gemma_2_27b;
        model.groups.first.post_norms = false;
        return model;
    }();
    STATIC_CHECK(parameters(gemma_2_27b) - parameters(two) == 23 * 2 * 4608);
    STATIC_CHECK(decode(gemma_2_27b, 1, 512, uniform<bf16>).operators().size() ==
                 decode(two, 1, 512, uniform<bf16>).operators().size() + 2);
}
TEST_CASE("biases of projections, of the router and of experts; sinks") {
    STATIC_CHECK(parameters(gpt_oss_120b) == 116'829'156'672);
    STATIC_CHECK(decodes(gpt_oss_120b));
}
TEST_CASE("learned positions, biases, relu") {
    STATIC_CHECK(parameters(opt_6_7b) == 6'658'473'984);
    STATIC_CHECK(decodes(opt_6_7b));
}
TEST_CASE("heads of 96, a window in all layers") {
    STATIC_CHECK(parameters(phi_3_mini) == 3'821'079'552);
    STATIC_CHECK(decodes(phi_3_mini));
    STATIC_CHECK(cache_footprint(phi_3_mini, uniform<bf16>, 4096) == 32 * 2047 * 2 * 32 * 96 * 2_B);
}
TEST_CASE("latents whose queries have no low rank") {
    STATIC_CHECK(parameters(deepseek_v2_lite) == 15'706'484'224);
    STATIC_CHECK(decodes(deepseek_v2_lite));
    const auto placed = place(decode(deepseek_v2_lite, 2, 512, uniform<bf16>), hw::b200);
    CHECK(placed["q_proj"].work == 2.0 * 2 * 2048 * 16 * 192 * 1_FLOP);
    CHECK(placed["kv_a_proj"].work == 2.0 * 2 * 2048 * 576 * 1_FLOP);
    CHECK_THROWS_AS(static_cast<void>(placed["q_b_proj"]), unsupported);
}
TEST_CASE("a mixer of another kind, and layers without a feed-forward block") {
    STATIC_CHECK(parameters(mamba_2_2_7b) == 2'702'599'680);
    STATIC_CHECK(decodes(mamba_2_2_7b));
    constexpr auto step = decode(mamba_2_2_7b, 1, 1 << 20, uniform<bf16>);  // no longest context
    STATIC_CHECK(work(step) == work(decode(mamba_2_2_7b, 1, 1, uniform<bf16>)));
    STATIC_CHECK(cache_footprint(mamba_2_2_7b, uniform<bf16>, 1) == 64 * (80 * 64 * 128 + 5376 * 3) * 2_B);
    STATIC_CHECK(largest_batch(mamba_2_2_7b, 1, uniform<bf16>, hw::a40) == largest_batch(mamba_2_2_7b, 4096, uniform<bf16>, hw::a40));
    CHECK(step.operators()[step.operators().size() - 1].name == "lm_head");
    CHECK_THROWS_AS(static_cast<void>(step.operators()["post_attention_norm"]), unsupported);
}
