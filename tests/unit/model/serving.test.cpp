// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/units.hpp>

#include <cmath>
#include <limits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("tokens a second are those of the batch by the time of the bound") {
    constexpr auto step = decode(models::llama_2_7b, 16, 4096, uniform<fp16>);
    STATIC_CHECK(tokens_per_second(step, hw::a100_sxm_80gb) == 16 / min_time(step, hw::a100_sxm_80gb).value());
    CHECK(tokens_per_second(prefill(models::llama_2_7b, 1, 2048, uniform<fp16>), hw::a100_sxm_80gb) ==
          doctest::Approx(2048 / min_time(prefill(models::llama_2_7b, 1, 2048, uniform<fp16>), hw::a100_sxm_80gb).value()));
}

TEST_CASE("energy at the power limit") {
    constexpr auto step = decode(models::llama_2_7b, 1, 2048, uniform<fp16>);
    STATIC_CHECK(energy_at_power_limit(step, hw::a100_sxm_80gb) == 400_W * min_time(step, hw::a100_sxm_80gb));
}

TEST_CASE("speculation keeps (1 - a^(n+1)) / (1 - a) tokens") {
    STATIC_CHECK(expected_tokens(0, 4) == 1);
    STATIC_CHECK(expected_tokens(1, 4) == 5);
    STATIC_CHECK(expected_tokens(0.5, 3) == 1.875);
    for (const double a : {0.1, 0.7, 0.9, 0.999})
        for (const std::int64_t n : {1, 2, 7, 64})
            CHECK(expected_tokens(a, n) == doctest::Approx((1 - std::pow(a, static_cast<double>(n) + 1)) / (1 - a)));
    CHECK(expected_tokens(0.9, 1'000'000'000) == doctest::Approx(10));
    CHECK_THROWS_WITH_AS(expected_tokens(-0.1, 4), "the chance that a guessed token is accepted must lie between 0 and 1", unsupported);
    CHECK_THROWS_WITH_AS(expected_tokens(std::numeric_limits<double>::quiet_NaN(), 4),
                         "the chance that a guessed token is accepted must lie between 0 and 1", unsupported);
    CHECK_THROWS_WITH_AS(expected_tokens(0.5, 0), "the number of guessed tokens must be at least 1", shape_error);
}
