// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace roofline;
using namespace roofline::literals;

namespace {
constexpr auto decoding = decode(models::llama_2_7b, 4, 2048, uniform<fp16>);
constexpr auto prefilling = prefill(models::llama_2_7b, 1, 2048, uniform<fp16>);
}  // namespace

TEST_CASE("the operators of a phase by index and by name") {
    STATIC_CHECK(decoding.operators().size() == place(decoding, hw::a100_sxm_80gb).size());
    STATIC_CHECK(decoding.operators()[0].name == "embedding");
    STATIC_CHECK(decoding.operators()["qkv_proj"].layers == 32);
    STATIC_CHECK(work(decoding.operators()["lm_head"].op) == 2.0 * 4 * 4096 * 32000 * 1_FLOP);
    const auto operators = decoding.operators();
    CHECK(operators[operators.size() - 1].name == "lm_head");
    CHECK_THROWS_WITH_AS(operators[-1], doctest::Contains("the phase has no operator -1; it has "), unsupported);
    CHECK_THROWS_AS(operators[operators.size()], unsupported);
    CHECK_THROWS_WITH_AS(operators["o_project"], doctest::Contains("the phase has no kernel named o_project; it has: embedding "),
                         unsupported);
}

TEST_CASE("a loop over the operators adds up to the phase") {
    units::duration time;
    units::traffic moved;
    for (const named_operator& o : decoding.operators()) {
        const double runs = static_cast<double>(o.layers);
        time += runs * min_time(o.op, hw::a100_sxm_80gb);
        moved += runs * traffic(o.op);
    }
    CHECK(time.value() == doctest::Approx(min_time(decoding, hw::a100_sxm_80gb).value()));
    CHECK(moved.value() == doctest::Approx(traffic(decoding).value()));
}

TEST_CASE("operators may be kept, and searched with the algorithms") {
    const auto operators = decoding.operators();
    STATIC_CHECK(std::forward_iterator<decltype(operators.begin())>);
    const std::vector<named_operator> kept(operators.begin(), operators.end());
    CHECK(static_cast<int>(kept.size()) == operators.size());
    CHECK(std::count_if(kept.begin(), kept.end(), [](const auto& o) { return o.name == "input_norm"; }) == 2);
}

TEST_CASE("work, traffic and intensity of a phase") {
    STATIC_CHECK(intensity(decoding).value() == work(decoding).value() / traffic(decoding).value());
    STATIC_CHECK(intensity(prefilling) > 100 * intensity(decoding));
    constexpr auto placed = place(decoding, hw::a100_sxm_80gb);
    STATIC_CHECK(placed.work == work(decoding));
    CHECK(placed.traffic.value() == doctest::Approx(traffic(decoding).value()));
    CHECK(placed.intensity().value() == doctest::Approx(intensity(decoding).value()));
    CHECK(placed.attainable().value() == doctest::Approx(work(decoding).value() / placed.time.value()));
    STATIC_CHECK(attainable(prefilling, hw::a100_sxm_80gb) > 250_TFLOPS);
    STATIC_CHECK(attainable(prefilling, hw::a100_sxm_80gb) < 312_TFLOPS);
}

TEST_CASE("what binds a phase") {
    STATIC_CHECK(bound_by<memory<dram>>(decoding, hw::a100_sxm_80gb));
    STATIC_CHECK(!bound_by<matrix_math<fp16>>(decoding, hw::a100_sxm_80gb));
    STATIC_CHECK(bound_by<matrix_math<fp16>>(prefilling, hw::a100_sxm_80gb));
    STATIC_CHECK(place(prefilling, hw::a100_sxm_80gb).bound_by<matrix_math<fp16>>());
    STATIC_CHECK(speedup(decoding, decode(models::llama_2_7b, 4, 2048, weight_only<int4_g128, fp16>), hw::a100_sxm_80gb) > 2);
}

TEST_CASE("a machine known at run time") {
    const any_machine m = hw::a100_sxm_80gb;
    CHECK(min_time(decoding, m) == min_time(decoding, hw::a100_sxm_80gb));
    CHECK(min_time(decoding, m, any_cache) == min_time(decoding, hw::a100_sxm_80gb, any_cache));
    CHECK(memory_bound(decoding, m));
    CHECK(compute_bound(prefilling, m));
    CHECK(bound_by<memory<dram>>(decoding, m));
    CHECK(place(decoding, m).time == place(decoding, hw::a100_sxm_80gb).time);
    CHECK(place(decoding, m)["attention"].limit == resource_of<memory<dram>>);
    CHECK(fits(decoding, m));
    CHECK(largest_batch(models::llama_2_7b, 2048, uniform<fp16>, m) ==
          largest_batch(models::llama_2_7b, 2048, uniform<fp16>, hw::a100_sxm_80gb));
    CHECK(tokens_per_second(decoding, m) == tokens_per_second(decoding, hw::a100_sxm_80gb));
    CHECK(energy_at_power_limit(decoding, m) == energy_at_power_limit(decoding, hw::a100_sxm_80gb));
}

TEST_CASE("caches that may hold anything lower the bound of each kernel") {
    STATIC_CHECK(min_time(decoding, hw::a100_sxm_80gb, any_cache) < min_time(decoding, hw::a100_sxm_80gb));
    STATIC_CHECK(place(decoding, hw::a100_sxm_80gb, any_cache).assumption == "any_cache");
    STATIC_CHECK(place(decoding, hw::a100_sxm_80gb, any_cache).time == min_time(decoding, hw::a100_sxm_80gb, any_cache));
    STATIC_CHECK(memory_bound(decoding, hw::a100_sxm_80gb, any_cache));
}

TEST_CASE("the batch from which compute binds a phase") {
    // Short contexts: the cache of a sequence weighs little, and the weights are shared.
    constexpr auto make = [](std::int64_t batch) { return decode(models::llama_2_7b, batch, 16, uniform<fp16>); };
    constexpr auto first = first_compute_bound(make, hw::a100_sxm_80gb, 1, 4096);
    STATIC_CHECK(first.has_value());
    STATIC_CHECK(compute_bound(make(*first), hw::a100_sxm_80gb) && !compute_bound(make(*first - 1), hw::a100_sxm_80gb));
    // Long ones: every sequence brings its own cache, and no batch is large enough.
    constexpr auto long_context = [](std::int64_t batch) { return decode(models::llama_2_7b, batch, 4096, uniform<fp16>); };
    STATIC_CHECK(!first_compute_bound(long_context, hw::a100_sxm_80gb, 1, 4096).has_value());
}

TEST_CASE("a tree of candidates") {
    // A tree that does not branch is a chain.
    constexpr auto chain = verify(models::llama_2_7b, 2, 1028, candidate_tree(-1, 0, 1, 2), uniform<fp16>);
    constexpr auto linear = verify(models::llama_2_7b, 2, 1028, 4, uniform<fp16>);
    STATIC_CHECK(work(chain) == work(linear));
    STATIC_CHECK(traffic(chain) == traffic(linear));
    STATIC_CHECK(chain.scored_tokens() == 8);
    // Siblings do not see each other: 2 n d FLOP for scores and as many for values, and each of 32 layers, for each pair.
    constexpr auto siblings = verify(models::llama_2_7b, 2, 1028, candidate_tree(-1, 0, 0, 0), uniform<fp16>);
    STATIC_CHECK(work(chain) - work(siblings) == 32 * 2 * (10.0 - 7) * 4 * 4096 * 1_FLOP);
    STATIC_CHECK(traffic(siblings) == traffic(chain));
    // The head scores all of them.
    STATIC_CHECK(work(siblings.operators()["lm_head"].op) == 2.0 * 8 * 4096 * 32000 * 1_FLOP);
    // Latents, too.
    STATIC_CHECK(work(verify(models::deepseek_r1, 1, 1028, candidate_tree(-1, 0, 1, 2), uniform<bf16>)) ==
                 work(verify(models::deepseek_r1, 1, 1028, 4, uniform<bf16>)));
    STATIC_CHECK(work(verify(models::deepseek_r1, 1, 1028, candidate_tree(-1, 0, 0, 0), uniform<bf16>)) <
                 work(verify(models::deepseek_r1, 1, 1028, 4, uniform<bf16>)));
    const std::vector<int> parents{-1, 0, 0, 1};
    CHECK(work(verify(models::llama_2_7b, 1, 1028, candidate_tree(parents), uniform<fp16>)) ==
          work(verify(models::llama_2_7b, 1, 1028, candidate_tree(-1, 0, 0, 1), uniform<fp16>)));
}
