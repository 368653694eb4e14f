// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a gated activation is five FLOP per output element, of which one exp2 and one reciprocal") {
    constexpr auto op = silu_and_mul(tensor<bf16, 128, 4096>{});  // (128,4096) -> (128,2048)
    constexpr double outputs = 128 * 2048;
    STATIC_CHECK(work(op) == 5 * outputs * units::flop);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 3 * outputs * units::flop);
    STATIC_CHECK(demand_on<special_math<special::exp2>>(op) == outputs * units::flop);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(op) == outputs * units::flop);
    STATIC_CHECK(traffic(op) == 3 * outputs * 2_B);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 128, 2048>>);
}

TEST_CASE("a gated activation takes any rank from 1 on") {
    STATIC_CHECK(std::is_same_v<decltype(silu_and_mul(tensor<bf16, 2>{}).result()), tensor<bf16, 1>>);
    STATIC_CHECK(std::is_same_v<decltype(silu_and_mul(tensor<bf16, 5, 3, 6>{}).result()), tensor<bf16, 5, 3, 3>>);
}

TEST_CASE("a gated activation with run-time extents costs what its static twin does") {
    constexpr auto fixed = silu_and_mul(tensor<nvfp4, 5, 34>{}, out<fp8_tile128>);
    constexpr auto rows = silu_and_mul(tensor<nvfp4, dyn, 34>{5}, out<fp8_tile128>);
    constexpr auto all = silu_and_mul(tensor<nvfp4, dyn, dyn>{5, 34}, out<fp8_tile128>);
    STATIC_CHECK(work(rows) == work(fixed));
    STATIC_CHECK(work(all) == work(fixed));
    STATIC_CHECK(traffic(rows) == traffic(fixed));
    STATIC_CHECK(traffic(all) == traffic(fixed));
    STATIC_CHECK(traffic(any_operator(rows)) == traffic(fixed));
    STATIC_CHECK(std::is_same_v<decltype(rows.result()), tensor<fp8_tile128, dyn, 17>>);
    STATIC_CHECK(elements(all.result()) == 85);
}

TEST_CASE("math<> names a precision of the vector engine and leaves the special functions alone") {
    constexpr auto op = silu_and_mul(tensor<fp16, 4>{}, math<fp16>);
    STATIC_CHECK(demand_on<vector_math<fp16>>(op) == 6_FLOP);
    STATIC_CHECK(demand_on<special_math<special::exp2>>(op) == 2_FLOP);
}

TEST_CASE("an odd last axis at run time is refused") {
    CHECK_THROWS_WITH_AS(silu_and_mul(tensor<bf16, 4, dyn>{7}),
                         "silu_and_mul of (4,7): the last axis holds gate and value side by side and must be even", shape_error);
    STATIC_CHECK(detail::elementwise::static_shape_fault<detail::elementwise::silu_and_mul_kernel, tensor<bf16, dyn, 7>>::value.view() ==
                 "silu_and_mul of (dyn,7): the last axis holds gate and value side by side and must be even");
}
