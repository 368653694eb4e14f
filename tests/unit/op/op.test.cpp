// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <limits>
#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

struct dma {
    static constexpr std::string_view name = "dma";
    static constexpr roofline::resource_kind kind = roofline::resource_kind::memory;
    using demand_type = roofline::units::traffic;
    using rate_type = roofline::units::bandwidth;
};

template<class R, class Op>
constexpr amount amount_of(const Op& op) {
    amount found{-1, -1};
    for (const auto& entry : any_operator(op))
        if (*entry.what == resource_of<R>) found = entry.amount;
    return found;
}

}  // namespace

TEST_CASE("an operator of a user's own is its demands") {
    constexpr auto mine = op(demand<matrix_math<fp16>>(2_TFLOP), demand<memory<dram>>(3_GB), demand<dma>(1_MB));
    STATIC_CHECK(work(mine) == 2_TFLOP);
    STATIC_CHECK(traffic(mine) == 3_GB);
    STATIC_CHECK(traffic<dma>(mine) == 1_MB);
    STATIC_CHECK(demand_on<dma>(mine) == 1_MB);
    STATIC_CHECK(intensity(mine) == 2_TFLOP / 3_GB);
    STATIC_CHECK(intensity<dma>(mine) == 2_TFLOP / 1_MB);
    STATIC_CHECK(work(any_operator(mine)) == 2_TFLOP);
    STATIC_CHECK(traffic<dma>(any_operator(mine)) == 1_MB);
}

TEST_CASE("what an operator takes and gives may be stated, in any order") {
    constexpr tensor<bf16, 4, 8> x;
    constexpr tensor<bf16, 4, 2> y;
    constexpr auto mine = op(takes(x), demand<memory<dram>>(1_kB), gives(y));
    STATIC_CHECK(std::is_same_v<decltype(mine.result()), tensor<bf16, 4, 2>>);
    STATIC_CHECK(std::is_same_v<decltype(op(demand<memory<dram>>(1_kB)).result()), no_result>);
    const tensor<bf16, dyn, 2> z{7};
    const auto dynamic = op(demand<memory<dram>>(1_kB), gives(z));
    CHECK(dynamic.result().extents[0] == 7);
}

TEST_CASE("zero is a demand") {
    constexpr auto mine = op(demand<matrix_math<bf16>>(0_FLOP), demand<memory<dram>>(1_kB));
    STATIC_CHECK(work(mine) == 0_FLOP);
    STATIC_CHECK(intensity(mine) == 0_FLOPpB);
}

TEST_CASE("bytes in one number are half written; in two they are what is said") {
    STATIC_CHECK(amount_of<memory<dram>>(op(demand<memory<dram>>(3_kB))).total == 3000);
    STATIC_CHECK(amount_of<memory<dram>>(op(demand<memory<dram>>(3_kB))).written() == 1500);
    STATIC_CHECK(amount_of<memory<dram>>(op(demand<memory<dram>>(2_kB, 1_kB))).total == 3000);
    STATIC_CHECK(amount_of<memory<dram>>(op(demand<memory<dram>>(2_kB, 1_kB))).written() == 1000);
    STATIC_CHECK(amount_of<memory<dram>>(op(demand<memory<dram>>(2_kB, 0_B))).written() == 0);
}

TEST_CASE("a demand that is negative, infinite or no number is refused by name") {
    const auto flop = [](double x) { return units::work::from_value(x); };
    constexpr auto sentence = "a demand on matrix_math<fp16> is negative, infinite or not a number";
    CHECK_THROWS_WITH_AS(demand<matrix_math<fp16>>(flop(-1)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(demand<matrix_math<fp16>>(flop(std::numeric_limits<double>::infinity())), sentence, unsupported);
    CHECK_THROWS_WITH_AS(demand<matrix_math<fp16>>(flop(std::numeric_limits<double>::quiet_NaN())), sentence, unsupported);
    CHECK_THROWS_WITH_AS(demand<memory<dram>>(2_B, -1_B), "a demand on memory<dram> is negative, infinite or not a number",
                         unsupported);
    CHECK_THROWS_AS(demand<memory<dram>>(-1_B, 2_B), unsupported);
    // Each part is finite, their sum is not.
    const auto most = units::traffic::from_value(std::numeric_limits<double>::max());
    CHECK_THROWS_AS(demand<memory<dram>>(most, most), unsupported);
}

TEST_CASE("the sentence about a demand in a wrong unit") {
    STATIC_CHECK(detail::wrong_demand_unit<memory<dram>, units::bandwidth>::value.view() ==
                 "a demand on memory<dram> is in byte; the value given is in byte/s");
    STATIC_CHECK(detail::wrong_demand_unit<matrix_math<fp16>, units::performance>::value.view() ==
                 "a demand on matrix_math<fp16> is in FLOP; the value given is in FLOP/s");
    STATIC_CHECK(detail::wrong_demand_unit<memory<dram>, int>::value.view() ==
                 "a demand on memory<dram> is in byte; the value given is a bare number");
}
