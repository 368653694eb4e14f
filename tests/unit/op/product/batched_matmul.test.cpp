// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <cstdint>
#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a batched matmul is as many matmuls as there are batches, each with its own weight") {
    constexpr auto one = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
    constexpr auto five = batched_matmul(tensor<bf16, 5, 4, 8>{}, tensor<bf16, 5, 8, 3>{});  // (5,4,8) x (5,8,3) -> (5,4,3)
    STATIC_CHECK(work(five) == 5.0 * work(one));
    STATIC_CHECK(traffic(five) == 5.0 * traffic(one));
    STATIC_CHECK(intensity(five) == intensity(one));
    STATIC_CHECK(std::is_same_v<decltype(five.result()), tensor<bf16, 5, 4, 3>>);
}

TEST_CASE("a batched matmul with run-time extents costs what its static twin does") {
    constexpr auto fixed = batched_matmul(tensor<nvfp4, 5, 4, 17>{}, tensor<nvfp4, 5, 17, 3>{}, out<bf16>);
    constexpr auto batches = batched_matmul(tensor<nvfp4, dyn, 4, 17>{5}, tensor<nvfp4, dyn, 17, 3>{5}, out<bf16>);
    constexpr auto all = batched_matmul(tensor<nvfp4, dyn, dyn, dyn>{5, 4, 17}, tensor<nvfp4, dyn, dyn, dyn>{5, 17, 3}, out<bf16>);
    STATIC_CHECK(work(batches) == work(fixed));
    STATIC_CHECK(traffic(batches) == traffic(fixed));
    STATIC_CHECK(work(all) == work(fixed));
    STATIC_CHECK(traffic(all) == traffic(fixed));
    STATIC_CHECK(traffic(any_operator(all)) == traffic(fixed));
    STATIC_CHECK(elements(all.result()) == 60);
    STATIC_CHECK(std::is_same_v<decltype(batches.result()), tensor<bf16, dyn, 4, 3>>);
}

TEST_CASE("batches and inner extents must agree at run time") {
    CHECK_THROWS_WITH_AS(batched_matmul(tensor<bf16, dyn, 4, 8>{2}, tensor<bf16, 3, 8, 5>{}),
                         "batched_matmul of (2,4,8) x (3,8,5): the batches are 2 and 3 and must be equal", shape_error);
    CHECK_THROWS_WITH_AS(batched_matmul(tensor<bf16, 2, 4, dyn>{7}, tensor<bf16, 2, 8, 5>{}),
                         "batched_matmul of (2,4,7) x (2,8,5): the inner extents are 7 and 8 and must be equal", shape_error);
    CHECK_THROWS_WITH_AS(batched_matmul(tensor<fp8, dyn, dyn, 1>{1 << 20, 1 << 20}, tensor<fp8, dyn, 1, dyn>{1 << 20, 1 << 20}),
                         "batched_matmul of (1048576,1048576,1) x (1048576,1,1048576): the result has more than 2^53 elements",
                         shape_error);
}

TEST_CASE("the sentence about static extents is that of the exception") {
    STATIC_CHECK(detail::static_matmul_fault<"batched_matmul", tensor<bf16, 2, 4, 8>, tensor<bf16, 3, 8, 5>>::value.view() ==
                 "batched_matmul of (2,4,8) x (3,8,5): the batches are 2 and 3 and must be equal");
    STATIC_CHECK(detail::static_matmul_fault<"batched_matmul", tensor<bf16, 2, 4, 7>, tensor<bf16, 2, 8, 5>>::value.view() ==
                 "batched_matmul of (2,4,7) x (2,8,5): the inner extents are 7 and 8 and must be equal");
    STATIC_CHECK(detail::matmul_rank_fault<"batched_matmul", tensor<bf16, 4, 8>, tensor<bf16, 8, 3>>::value.view() ==
                 "batched_matmul was given rank 2 and rank 2");
}

TEST_CASE("options mean what they mean for a matmul") {
    constexpr auto op = batched_matmul(tensor<bf16, 2, 4, 32>{}, tensor<nvfp4, 2, 32, 4>{}, math<fp4>, out<fp32>);
    STATIC_CHECK(demand_on<matrix_math<fp4>>(op) == 2048_FLOP);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<fp32, 2, 4, 4>>);
}

TEST_CASE("three operands in whole blocks are refused before their sum could wrap") {
    // Each of 2^45 - 1 scalars is stored as a square of 128 x 128 with its scale: an operand is nearly 2^62 bit.
    constexpr std::int64_t batches = (std::int64_t{1} << 45) - 1;
    const tensor<fp8_block128, dyn, 1, 1> x{batches};
    CHECK_THROWS_WITH_AS(batched_matmul(x, x), "a tensor with its scales and padding takes 2^60 bit or more", shape_error);
}
