// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("an addition is one FLOP per element, two reads and a write") {
    constexpr auto op = add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 8>{});
    STATIC_CHECK(work(op) == 32_FLOP);
    STATIC_CHECK(traffic(op) == 192_B);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 32_FLOP);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 4, 8>>);
}

TEST_CASE("tensors of any rank add, scalars too") {
    STATIC_CHECK(work(add(tensor<bf16>{}, tensor<bf16>{})) == 1_FLOP);
    STATIC_CHECK(work(add(tensor<bf16, 7>{}, tensor<bf16, 7>{})) == 7_FLOP);
    STATIC_CHECK(work(add(tensor<bf16, 2, 3, 4, 5>{}, tensor<bf16, 2, 3, 4, 5>{})) == 120_FLOP);
}

TEST_CASE("formats may differ, and the result has that of the first unless out<> says otherwise") {
    constexpr auto op = add(tensor<bf16, 32>{}, tensor<fp32, 32>{});
    STATIC_CHECK(traffic(op) == 64_B + 128_B + 64_B);
    STATIC_CHECK(traffic(add(tensor<bf16, 32>{}, tensor<fp32, 32>{}, out<mxfp4>)) == 64_B + 128_B + 17_B);
    STATIC_CHECK(std::is_same_v<decltype(add(tensor<i8, 4>{}, tensor<i8, 4>{}, out<i32>).result()), tensor<i32, 4>>);
}

TEST_CASE("math<> names a precision of the vector engine, on<> another engine") {
    STATIC_CHECK(demand_on<vector_math<fp16>>(add(tensor<fp16, 4>{}, tensor<fp16, 4>{}, math<fp16>)) == 4_FLOP);
    STATIC_CHECK(demand_on<matrix_math<fp16>>(add(tensor<fp16, 4>{}, tensor<fp16, 4>{}, on<matrix_math<fp16>>)) == 4_FLOP);
}

TEST_CASE("an addition with run-time extents costs what its static twin does") {
    constexpr auto fixed = add(tensor<nvfp4, 5, 17>{}, tensor<bf16, 5, 17>{});
    constexpr auto dynamic = add(tensor<nvfp4, dyn, 17>{5}, tensor<bf16, 5, dyn>{17});
    STATIC_CHECK(work(dynamic) == work(fixed));
    STATIC_CHECK(traffic(dynamic) == traffic(fixed));
    STATIC_CHECK(traffic(any_operator(dynamic)) == traffic(fixed));
    STATIC_CHECK(work(any_operator(fixed)) == work(fixed));
    STATIC_CHECK(elements(dynamic.result()) == 85);
}

TEST_CASE("different shapes at run time are refused with both") {
    CHECK_THROWS_WITH_AS(add(tensor<bf16, dyn, 8>{4}, tensor<bf16, dyn, 8>{5}),
                         "add of (4,8) and (5,8): the shapes must be equal", shape_error);
    CHECK_THROWS_WITH_AS(add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, dyn>{9}), "add of (4,8) and (4,9): the shapes must be equal",
                         shape_error);
    STATIC_CHECK(detail::elementwise::pair_fault<detail::elementwise::add_kernel, tensor<bf16, 4, 8>, tensor<bf16, 8>>::value.view() ==
                 "add of (4,8) and (8): the shapes must be equal");
}
