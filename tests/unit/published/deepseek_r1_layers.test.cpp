// SPDX-License-Identifier: BSL-1.0
// The products of DeepSeek-R1 and what routes its experts, a row of tokens: what its public code computes.
//
// Shapes: DeepGEMM (commit 54e2261) tests/generators.py, DeepSeek-V3 (commit 9b4e978) inference/model.py, SGLang
// deepseek_v2.py; open-infra-index, day 6 (fp8 dispatch, bf16 combine).
#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

#include <static_check.hpp>

#include <cstdint>

using namespace roofline;
using namespace roofline::literals;

namespace {

struct layer {
    const char* name;
    std::int64_t in, out;
    std::int64_t flop_a_token, weights;
};
constexpr layer layers[] = {
    {"fused_qkv_a_proj", 7168, 2112, 30277632, 15138816},
    {"q_b_proj", 1536, 24576, 75497472, 37748736},
    {"kv_b_proj", 512, 32768, 33554432, 16777216},
    {"o_proj", 16384, 7168, 234881024, 117440512},
    {"dense gate_up", 7168, 36864, 528482304, 264241152},
    {"dense down", 18432, 7168, 264241152, 132120576},
    {"shared expert gate_up", 7168, 4096, 58720256, 29360128},
    {"shared expert down", 2048, 7168, 29360128, 14680064},
};
constexpr std::int64_t batches[] = {1, 128, 16384};

constexpr bool agrees(const layer& l, std::int64_t tokens) {
    const auto y = matmul(tensor<fp8, dyn, dyn>{tokens, l.in}, tensor<fp8, dyn, dyn>{l.in, l.out}, out<fp8>);
    return work(y).value() == static_cast<double>(tokens * l.flop_a_token) &&
           traffic(y).value() == static_cast<double>(l.weights + tokens * (l.in + l.out));
}

}  // namespace

TEST_CASE("every dense product of a layer has the published FLOP and bytes") {
    for (const layer& l : layers)
        for (const std::int64_t tokens : batches) {
            CAPTURE(l.name);
            CAPTURE(tokens);
            CHECK(agrees(l, tokens));
        }
    STATIC_CHECK(agrees(layers[0], 128));
}

TEST_CASE("the router's product and the last one read bf16 and write fp32") {
    constexpr auto gate = matmul(tensor<bf16, 128, 7168>{}, tensor<bf16, 7168, 256>{}, out<fp32>);
    STATIC_CHECK(work(gate) == 128 * 3670016_FLOP);
    STATIC_CHECK(traffic(gate) == 2 * 1835008_B + 128 * (7168 * 2 + 256 * 4) * 1_B);
    constexpr auto head = matmul(tensor<bf16, 4, 7168>{}, tensor<bf16, 7168, 129280>{}, out<fp32>);
    STATIC_CHECK(work(head) == 4 * 1853358080_FLOP);
    STATIC_CHECK(traffic(head) == 2 * 926679040_B + 4 * (7168 * 2 + 129280 * 4) * 1_B);
}

TEST_CASE("kv_b_proj over a cached prefix reads latents of 576, of which it multiplies 512") {
    constexpr auto expand = matmul(tensor<bf16, 1024, 512>{}, tensor<bf16, 512, 32768>{});
    STATIC_CHECK(work(expand) == 1024 * 33554432_FLOP);
}

TEST_CASE("the routed experts are 8 rows a token and the weights of those that are read") {
    for (const std::int64_t tokens : batches) {
        CAPTURE(tokens);
        const double t = static_cast<double>(tokens);
        for (const std::int64_t active : {8, 200, 256}) {
            if (active > 8 * tokens) continue;
            const auto up = grouped_matmul(tensor<fp8, dyn, 7168>{8 * tokens}, tensor<fp8, 256, 7168, 4096>{}, top_k<8>,
                                           distinct_experts::given<dyn>(active));
            CHECK(work(up).value() == 469762048 * t);
            CHECK(traffic(up).value() == static_cast<double>(active) * 29360128 + 8 * t * (7168 + 4096));
            const auto down = grouped_matmul(tensor<fp8, dyn, 2048>{8 * tokens}, tensor<fp8, 256, 2048, 7168>{},
                                             top_k<8>, distinct_experts::given<dyn>(active));
            CHECK(work(down).value() == 234881024 * t);
            CHECK(traffic(down).value() == static_cast<double>(active) * 14680064 + 8 * t * (2048 + 7168));
        }
    }
}

TEST_CASE("the router, the permutation and the combine") {
    constexpr std::int64_t t = 128;
    constexpr auto router =
        grouped_top_k(tensor<fp32, t, 256>{}, tensor<fp32, 256>{}, top_k<8>, expert_groups<8>, kept_groups<4>);
    STATIC_CHECK(traffic(router) == t * 256 * 4_B + 256 * 4_B + t * 8 * (4_B + 4_B));
    constexpr auto in = permute(tensor<fp8, t, 7168>{}, top_k<8>);
    STATIC_CHECK(work(in) == 0_FLOP);
    STATIC_CHECK(traffic(in) == t * 7168 * 1_B + t * 8 * 7168 * 1_B + t * 8 * 4_B);
    constexpr auto back = combine(tensor<bf16, 8 * t, 7168>{}, router.result());
    STATIC_CHECK(work(back) == 2 * 8 * t * 7168 * 1_FLOP);
    STATIC_CHECK(traffic(back) == (8 * t * 7168 + t * 7168) * 2_B + t * 8 * 4_B);
}
