// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("an rms_norm is four FLOP per element and one rsqrt a row") {
    constexpr auto op = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{});
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 128_FLOP);
    STATIC_CHECK(demand_on<special_math<special::rsqrt>>(op) == 4_FLOP);
    STATIC_CHECK(work(op) == 132_FLOP);
    STATIC_CHECK(traffic(op) == 64_B + 16_B + 64_B);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 4, 8>>);
}

TEST_CASE("every axis but the last counts rows") {
    STATIC_CHECK(demand_on<special_math<special::rsqrt>>(rms_norm(tensor<bf16, 8>{}, tensor<bf16, 8>{})) == 1_FLOP);
    STATIC_CHECK(demand_on<special_math<special::rsqrt>>(rms_norm(tensor<bf16, 2, 3, 8>{}, tensor<bf16, 8>{})) == 6_FLOP);
}

TEST_CASE("an rms_norm with run-time extents costs what its static twin does") {
    constexpr auto fixed = rms_norm(tensor<bf16, 5, 7168>{}, tensor<fp32, 7168>{}, out<fp8_tile128>);
    constexpr auto rows = rms_norm(tensor<bf16, dyn, 7168>{5}, tensor<fp32, 7168>{}, out<fp8_tile128>);
    constexpr auto all = rms_norm(tensor<bf16, dyn, dyn>{5, 7168}, tensor<fp32, dyn>{7168}, out<fp8_tile128>);
    STATIC_CHECK(work(rows) == work(fixed));
    STATIC_CHECK(work(all) == work(fixed));
    STATIC_CHECK(traffic(rows) == traffic(fixed));
    STATIC_CHECK(traffic(all) == traffic(fixed));
    STATIC_CHECK(traffic(any_operator(all)) == traffic(fixed));
    STATIC_CHECK(demand_on<special_math<special::rsqrt>>(any_operator(all)) == 5_FLOP);
    STATIC_CHECK(std::is_same_v<decltype(rows.result()), tensor<fp8_tile128, dyn, 7168>>);
}

TEST_CASE("math<> names a precision of the vector engine") {
    STATIC_CHECK(demand_on<vector_math<fp16>>(rms_norm(tensor<fp16, 2, 8>{}, tensor<fp16, 8>{}, math<fp16>)) == 64_FLOP);
}

TEST_CASE("a weight of another length at run time is refused with both") {
    CHECK_THROWS_WITH_AS(rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, dyn>{9}), "rms_norm of (4,8) takes a weight of (8), not (9)",
                         shape_error);
    CHECK_THROWS_WITH_AS(rms_norm(tensor<bf16, 4, dyn>{7}, tensor<bf16, 8>{}), "rms_norm of (4,7) takes a weight of (7), not (8)",
                         shape_error);
    STATIC_CHECK(detail::elementwise::static_weight_fault<detail::elementwise::rms_norm_kernel, tensor<bf16, 4, 8>, tensor<bf16, 9>>::value.view() ==
                 "rms_norm of (4,8) takes a weight of (8), not (9)");
    STATIC_CHECK(detail::not_real<i32>::value.view() == "the operand is i32, an integer; give a floating-point or scaled format");
}
