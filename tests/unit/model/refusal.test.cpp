// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr backbone frame{.name = "Finch", .hidden = 512, .vocabulary = 1000, .max_position = 2048};
constexpr grouped_query_attention attending{.heads = 8, .kv_heads = 2, .head_size = 64, .rotary = 64};
constexpr feed_forward<activation::swiglu> gated{.intermediate = 2048};
constexpr mixture_of_experts<activation::swiglu, grouped_sigmoid_router> sparse{
    .experts = 16, .per_token = 4, .intermediate = 256, .shared_intermediate = 256, .groups = 4, .kept_groups = 2};
constexpr latent_attention<128> compressed{.heads = 8, .q_rank = 256, .nope = 64, .rope_size = 32, .value = 64};

/// What is said of a phase of a model.
template<class Model>
std::string said(const Model& model, std::int64_t context = 64) {
    try {
        static_cast<void>(decode(model, 1, context, uniform<bf16>));
    } catch (const shape_error& error) {
        return error.what();
    }
    return "nothing";
}

/// With one number of a block changed.
template<class Block, class Member, class Value>
Block with(Block block, Member member, Value value) {
    block.*member = value;
    return block;
}
std::string framed(const backbone& b) { return said(transformer(b, rms_normed{}, layers{2, attending, gated})); }
template<class Member>
std::string mixed(Member member, std::int64_t value) {
    return said(transformer(frame, rms_normed{}, layers{2, with(attending, member, value), gated}));
}
template<class Member>
std::string routed(Member member, std::int64_t value) {
    return said(transformer(frame, rms_normed{}, layers{2, attending, with(sparse, member, value)}));
}
template<class Member>
std::string latent_said(Member member, std::int64_t value) {
    return said(transformer(frame, rms_normed{}, layers{2, with(compressed, member, value), gated}));
}

}  // namespace

TEST_CASE("configurations that are right") {
    CHECK(framed(frame) == "nothing");
    CHECK(said(transformer(frame, rms_normed{}, layers{2, attending, sparse})) == "nothing");
    CHECK(said(transformer(frame, layer_normed{}, layers{2, compressed, gated})) == "nothing");
    CHECK(mixed(&grouped_query_attention::kv_heads, 8) == "nothing");
    CHECK(mixed(&grouped_query_attention::rotary, 0) == "nothing");
    CHECK(latent_said(&latent_attention<128>::q_rank, 0) == "nothing");
    CHECK(routed(&decltype(sparse)::shared_intermediate, 0) == "nothing");
    CHECK(framed(with(frame, &backbone::max_position, 0)) == "nothing");
}

TEST_CASE("what surrounds the layers") {
    CHECK(framed(with(frame, &backbone::hidden, 0)) == "Finch: the hidden size is 0 and must be at least 1");
    CHECK(framed(with(frame, &backbone::vocabulary, 0)) == "Finch: the size of the vocabulary is 0 and must be at least 1");
    CHECK(framed(with(frame, &backbone::max_position, -1)) == "Finch: the longest context is -1 and must be at least 0");
    CHECK(framed(with(frame, &backbone::learned_positions, -1)) ==
          "Finch: the number of learned positions is -1 and must be at least 0");
    CHECK(said(transformer(frame, rms_normed{}, layers{0, attending, gated})) ==
          "Finch: the number of layers of a group is 0 and must be at least 1");
    CHECK(said(transformer(frame, rms_normed{}, layers{1, attending, gated}, layers{-3, attending, gated})) ==
          "Finch: the number of layers of a group is -3 and must be at least 1");
}

TEST_CASE("attention") {
    using block = grouped_query_attention;
    CHECK(mixed(&block::heads, 0) == "Finch: the number of query heads is 0 and must be at least 1");
    CHECK(mixed(&block::kv_heads, 0) == "Finch: the number of heads of keys and values is 0 and must be at least 1");
    CHECK(mixed(&block::kv_heads, 3) ==
          "Finch: the number of query heads is 8 and must be a multiple of the number of heads of keys and values, 3");
    CHECK(mixed(&block::head_size, -1) == "Finch: the size of a head is -1 and must be at least 1");
    CHECK(mixed(&block::rotary, 33) ==
          "Finch: the number of rotated elements of a head is 33 and must be a multiple of the two of a pair, 2");
    CHECK(mixed(&block::rotary, 128) ==
          "Finch: the number of rotated elements of a head is 128 and must be at most the size of a head, 64");
    CHECK(mixed(&block::window, -1) == "Finch: the window is -1 and must be at least 0");
}

TEST_CASE("latent attention") {
    using block = latent_attention<128>;
    CHECK(latent_said(&block::heads, 0) == "Finch: the number of heads is 0 and must be at least 1");
    CHECK(latent_said(&block::q_rank, -1) == "Finch: the rank of the queries is -1 and must be at least 0");
    CHECK(latent_said(&block::nope, 0) == "Finch: the part of a head without positions is 0 and must be at least 1");
    CHECK(latent_said(&block::rope_size, 0) == "Finch: the part of a head with positions is 0 and must be at least 2");
    CHECK(latent_said(&block::rope_size, 33) ==
          "Finch: the part of a head with positions is 33 and must be a multiple of the two of a pair, 2");
    CHECK(latent_said(&block::value, 0) == "Finch: the size of a value is 0 and must be at least 1");
}

TEST_CASE("feed-forward blocks") {
    CHECK(said(transformer(frame, rms_normed{}, layers{2, attending, with(gated, &decltype(gated)::intermediate, 0)})) ==
          "Finch: the width of the feed-forward block is 0 and must be at least 1");
    using block = std::remove_const_t<decltype(sparse)>;
    CHECK(routed(&block::experts, 0) == "Finch: the number of experts is 0 and must be at least 1");
    CHECK(routed(&block::per_token, 0) == "Finch: the number of experts that a token passes is 0 and must be at least 1");
    CHECK(routed(&block::per_token, 17) ==
          "Finch: the number of experts that a token passes is 17 and must be at most the number of experts, 16");
    CHECK(routed(&block::per_token, 9) ==
          "Finch: the number of experts that a token passes is 9 and must be at most the number in the groups that are kept, 8");
    CHECK(routed(&block::intermediate, 0) == "Finch: the width of an expert is 0 and must be at least 1");
    CHECK(routed(&block::shared_intermediate, -1) == "Finch: the width of the shared experts is -1 and must be at least 0");
    CHECK(routed(&block::groups, 0) == "Finch: the number of groups of experts is 0 and must be at least 1");
    CHECK(routed(&block::groups, 3) ==
          "Finch: the number of experts is 16 and must be a multiple of the number of their groups, 3");
    CHECK(routed(&block::kept_groups, 0) == "Finch: the number of groups that are kept is 0 and must be at least 1");
    CHECK(routed(&block::kept_groups, 5) ==
          "Finch: the number of groups that are kept is 5 and must be at most the number of groups of experts, 4");
}

TEST_CASE("a machine without the ceiling, known at run time") {
    const any_machine a100 = hw::a100_sxm_80gb;
    const auto step = decode(models::deepseek_r1, 1, 1024, recipes::deepseek_r1_nvfp4{});
    const std::string_view sentence =
        "A100 80GB SXM4 publishes no ceiling for matrix_math<fp4>; it publishes matrix_math: ";
    const auto refused = [&](const auto& ask) {
        try {
            ask();
        } catch (const unsupported& error) {
            return std::string_view(error.what()).substr(0, sentence.size()) == sentence;
        }
        return false;
    };
    CHECK(refused([&] { static_cast<void>(min_time(step, a100)); }));
    CHECK(refused([&] { static_cast<void>(place(step, a100)); }));
    CHECK(refused([&] { static_cast<void>(memory_bound(step, a100)); }));
    CHECK(refused([&] { static_cast<void>(tokens_per_second(step, a100)); }));
}

TEST_CASE("a machine that states no memory and no power limit, known at run time") {
    const any_machine k1 = machine<"K1">(ceiling<matrix_math<fp16>>(160_TFLOPS, datasheet("x")),
                                         ceiling<memory<dram>>(900_GBps, datasheet("x")));
    const auto step = decode(models::llama_2_7b, 1, 1024, uniform<fp16>);
    CHECK_THROWS_WITH_AS(static_cast<void>(fits(step, k1)),
                         "K1 states no capacity of memory<dram>, which the question of what fits needs", unsupported);
    CHECK_THROWS_WITH_AS(static_cast<void>(largest_batch(models::llama_2_7b, 1024, uniform<fp16>, k1)),
                         "K1 states no capacity of memory<dram>, which the question of what fits needs", unsupported);
    CHECK_THROWS_WITH_AS(
        static_cast<void>(energy_at_power_limit(step, k1)),
        "K1 publishes no ceiling for board_power; it publishes no board_power at all, but: matrix_math memory", unsupported);
    const any_machine k2 = machine<"K2">(unpublished<board_power>(), ceiling<memory<dram>>(900_GBps, datasheet("x")));
    CHECK_THROWS_WITH_AS(static_cast<void>(energy_at_power_limit(step, k2)), "K2 has board_power, but its rate is unpublished",
                         unsupported);
}

TEST_CASE("a tree of candidates in layers with a window") {
    const transformer windowed(frame, rms_normed{},
                               layers{2, with(attending, &grouped_query_attention::window, 128), gated});
    CHECK_NOTHROW(verify(windowed, 1, 128, candidate_tree(-1, 0, 0), uniform<bf16>));
    CHECK_NOTHROW(verify(windowed, 1, 129, 3, uniform<bf16>));
    CHECK_THROWS_WITH_AS(verify(windowed, 1, 129, candidate_tree(-1, 0, 0), uniform<bf16>),
                         "Finch: the context in which a tree is verified is 129 and must be at most the window, 128", shape_error);
    CHECK_THROWS_WITH_AS(verify(models::llama_2_7b, 1, 2, candidate_tree(-1, 0, 0), uniform<bf16>),
                         "verify of Llama-2-7B: the context of 2 must hold the 3 new tokens", shape_error);
    CHECK_THROWS_WITH_AS(verify(models::llama_2_7b, 1, 2, candidate_tree(1, 0), uniform<bf16>),
                         "candidate_tree: the parent of candidate 0 is 1 and must be an earlier candidate, or -1 for a root",
                         shape_error);
}
