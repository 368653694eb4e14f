// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/machine.hpp>
#include <roofline/units/literals.hpp>

#include <limits>

using namespace roofline;
using namespace roofline::literals;

namespace {
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr auto flops = [](double x) { return units::performance::from_value(x); };
constexpr auto bytes = [](double x) { return units::traffic::from_value(x); };
}  // namespace

TEST_CASE("a ceiling that is no positive finite rate is refused") {
    constexpr auto sentence = "the ceiling of a matrix resource must be a positive finite rate";
    for (const double bad : {not_a_number, infinite, -infinite, 0.0, -0.0, -1.0})
        CHECK_THROWS_WITH_AS(ceiling<matrix_math<bf16>>(flops(bad), datasheet("x")), sentence, unsupported);
    CHECK_THROWS_WITH_AS(ceiling<memory<dram>>(-8_TBps, datasheet("x")),
                         "the ceiling of a memory resource must be a positive finite rate", unsupported);
}

TEST_CASE("the smallest and the largest double are rates") {
    STATIC_CHECK(ceiling<matrix_math<bf16>>(flops(std::numeric_limits<double>::denorm_min()), datasheet("x")).rate > 0);
    STATIC_CHECK(ceiling<matrix_math<bf16>>(flops(std::numeric_limits<double>::max()), datasheet("x")).rate > 0);
}

TEST_CASE("a capacity that is not positive and finite is refused") {
    constexpr auto sentence = "the capacity of a memory level must be positive and finite";
    for (const double bad : {not_a_number, infinite, -infinite, 0.0, -1.0})
        CHECK_THROWS_WITH_AS(capacity<memory<llc>>(bytes(bad), datasheet("x")), sentence, unsupported);
    STATIC_CHECK(capacity<memory<llc>>(50_MiB, datasheet("x")).bytes == 52428800.0);
}

TEST_CASE("a count of units or devices is at least 1") {
    constexpr auto sentence = "a count of units or devices is at least 1";
    CHECK_THROWS_WITH_AS(compute_units(0, datasheet("x")), sentence, unsupported);
    CHECK_THROWS_WITH_AS(compute_units(-132, datasheet("x")), sentence, unsupported);
    CHECK_THROWS_WITH_AS(domain<interconnect<scale_up>>(0, datasheet("x")), sentence, unsupported);
    STATIC_CHECK(compute_units(1, datasheet("x")).count == 1);
}

TEST_CASE("the sentence about a wrong unit names the unit that is right and the one that was given") {
    STATIC_CHECK(detail::wrong_rate_unit<memory<dram>, units::intensity>::value.view() ==
                 "a ceiling of memory<dram> is a rate in byte/s; the value given is in FLOP/byte");
    STATIC_CHECK(detail::wrong_rate_unit<matrix_math<bf16>, units::work>::value.view() ==
                 "a ceiling of matrix_math<bf16> is a rate in FLOP/s; the value given is in FLOP");
    STATIC_CHECK(detail::wrong_rate_unit<memory<dram>, double>::value.view() ==
                 "a ceiling of memory<dram> is a rate in byte/s; the value given is a bare number");
    STATIC_CHECK(detail::wrong_capacity_unit<memory<llc>, units::bandwidth>::value.view() ==
                 "a capacity of memory<llc> is in byte; the value given is in byte/s");
}
