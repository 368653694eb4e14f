// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a softmax is five FLOP per element, of which one exp2, and one reciprocal a row") {
    constexpr auto op = softmax(tensor<bf16, 4, 8>{});
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 128_FLOP);
    STATIC_CHECK(demand_on<special_math<special::exp2>>(op) == 32_FLOP);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(op) == 4_FLOP);
    STATIC_CHECK(traffic(op) == 128_B);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 4, 8>>);
}

TEST_CASE("three passes read twice more") {
    STATIC_CHECK(traffic(softmax(tensor<bf16, 4, 8>{}, three_pass, out<fp32>)) == 3 * 64_B + 128_B);
    STATIC_CHECK(work(softmax(tensor<bf16, 4, 8>{}, three_pass)) == work(softmax(tensor<bf16, 4, 8>{})));
}

TEST_CASE("a softmax fused into its producer reads nothing, in however many passes") {
    constexpr auto producer = add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 8>{});
    STATIC_CHECK(traffic(fuse(producer, softmax(producer.result()))) == 3 * 64_B);
    STATIC_CHECK(traffic(fuse(producer, softmax(producer.result(), three_pass))) == 3 * 64_B);
}

TEST_CASE("a softmax with run-time extents costs what its static twin does") {
    constexpr auto fixed = softmax(tensor<nvfp4, 5, 17>{}, out<fp32>, math<fp16>);
    constexpr auto dynamic = softmax(tensor<nvfp4, dyn, 17>{5}, out<fp32>, math<fp16>);
    STATIC_CHECK(work(dynamic) == work(fixed));
    STATIC_CHECK(traffic(dynamic) == traffic(fixed));
    STATIC_CHECK(demand_on<vector_math<fp16>>(any_operator(dynamic)) == demand_on<vector_math<fp16>>(fixed));
}
