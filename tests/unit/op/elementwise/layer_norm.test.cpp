// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a layer_norm is seven FLOP per element and one rsqrt a row") {
    constexpr auto op = layer_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, tensor<fp32, 8>{});
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 7 * 32_FLOP);
    STATIC_CHECK(demand_on<special_math<special::rsqrt>>(op) == 4_FLOP);
    STATIC_CHECK(traffic(op) == 2 * 64_B + 16_B + 32_B);
}

TEST_CASE("a residual is added, and the sum written beside the norm") {
    constexpr tensor<bf16, 4, 8> x;
    constexpr tensor<fp32, 4, 8> r;
    constexpr tensor<bf16, 8> w;
    STATIC_CHECK(work(rms_norm(x, w, residual(r))) == work(rms_norm(x, w)) + 32_FLOP);
    STATIC_CHECK(traffic(rms_norm(x, w, residual(r))) == traffic(rms_norm(x, w)) + 2 * 128_B);
    STATIC_CHECK(work(layer_norm(x, w, w, out<fp32>, residual(r))) == work(layer_norm(x, w, w)) + 32_FLOP);
    STATIC_CHECK(std::is_same_v<decltype(rms_norm(x, w, residual(r)).result()), tensor<bf16, 4, 8>>);

    constexpr auto dynamic = rms_norm(tensor<bf16, dyn, 8>{4}, w, residual(tensor<fp32, dyn, 8>{4}));
    STATIC_CHECK(traffic(dynamic) == traffic(rms_norm(x, w, residual(r))));
}

TEST_CASE("a norm with residual fuses into what makes its operand") {
    constexpr auto sum = add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 8>{});
    constexpr auto norm = rms_norm(sum.result(), tensor<bf16, 8>{}, residual(tensor<fp32, 4, 8>{}));
    STATIC_CHECK(traffic(fuse(sum, norm)) == traffic(sum) + traffic(norm) - 2 * 64_B);
}

TEST_CASE("run-time extents of weights and residual must agree") {
    CHECK_THROWS_WITH_AS(layer_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, tensor<bf16, dyn>{9}),
                         "layer_norm of (4,8) takes a weight of (8), not (9)", shape_error);
    CHECK_THROWS_WITH_AS(rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, residual(tensor<bf16, dyn, 8>{5})),
                         "rms_norm of (4,8) and (5,8): the shapes must be equal", shape_error);
}
