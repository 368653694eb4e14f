// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units.hpp>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("activations cost a few FLOP per element and move it once each way") {
    constexpr tensor<bf16, 10> x;
    STATIC_CHECK(work(relu(x)) == 10_FLOP);
    STATIC_CHECK(work(silu(x)) == 40_FLOP);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(silu(x)) == 10_FLOP);
    STATIC_CHECK(work(gelu(x)) == 80_FLOP);
    STATIC_CHECK(demand_on<special_math<special::tanh>>(gelu(x)) == 10_FLOP);
    STATIC_CHECK(work(gelu(x, erf_form)) == 190_FLOP);
    STATIC_CHECK(demand_on<special_math<special::exp2>>(gelu(x, erf_form)) == 10_FLOP);
    STATIC_CHECK(traffic(relu(x)) == 40_B);
    STATIC_CHECK(traffic(gelu(x, erf_form, out<fp32>)) == 60_B);
}

TEST_CASE("a gated activation costs one product more, side by side or apart") {
    constexpr tensor<bf16, 3, 8> both;
    constexpr tensor<bf16, 3, 4> half;
    STATIC_CHECK(work(silu_and_mul(both)) == work(swiglu(half, half)));
    STATIC_CHECK(traffic(silu_and_mul(both)) == traffic(swiglu(half, half)));
    STATIC_CHECK(work(gelu_and_mul(both)) == 12 * 9_FLOP);
    STATIC_CHECK(work(gelu_and_mul(both, erf_form)) == 12 * 20_FLOP);
    STATIC_CHECK(work(geglu(half, half)) == 12 * 9_FLOP);
    STATIC_CHECK(work(reglu(half, half)) == 24_FLOP);
    STATIC_CHECK(work(multiply(half, half)) == 12_FLOP);
}

TEST_CASE("run-time extents of gate and value must agree") {
    CHECK_THROWS_WITH_AS(swiglu(tensor<bf16, dyn, 8>{4}, tensor<bf16, dyn, 8>{5}),
                         "swiglu of (4,8) and (5,8): the shapes must be equal", shape_error);
    STATIC_CHECK(work(swiglu(tensor<bf16, dyn, 8>{4}, tensor<bf16, 4, dyn>{8})) == 160_FLOP);
}
