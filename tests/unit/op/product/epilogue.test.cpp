// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>
#include <roofline/units/scaling.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {
constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;
constexpr auto plain = matmul(x, w);
using a_bias = detail::bias_option<tensor<fp32, 3>>;
using a_long_bias = detail::bias_option<tensor<fp32, 4>>;
}  // namespace

TEST_CASE("a bias is N more to read and an addition for each result") {
    constexpr auto op = matmul(x, w, with_bias(tensor<fp32, 3>{}));
    STATIC_CHECK(traffic(op) == traffic(plain) + 3 * 4_B);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 12_FLOP);
    STATIC_CHECK(work(op) == work(plain));
    STATIC_CHECK(std::is_same_v<std::remove_cvref_t<decltype(op.result())>, tensor<bf16, 4, 3>>);
}

TEST_CASE("beta C is M N more to read and two FLOP for each result") {
    constexpr auto op = matmul(x, w, accumulate(tensor<fp32, 4, 3>{}), out<fp32>);
    STATIC_CHECK(traffic(op) == traffic(matmul(x, w, out<fp32>)) + 12 * 4_B);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 24_FLOP);
}

TEST_CASE("an epilogue counts results, widening counts weights") {
    STATIC_CHECK(demand_on<vector_math<fp32>>(matmul(x, w, epilogue<3>)) == 36_FLOP);
    STATIC_CHECK(demand_on<vector_math<fp32>>(matmul(x, w, widen<2>)) == 48_FLOP);
    STATIC_CHECK(traffic(matmul(x, w, epilogue<3>, widen<2>)) == traffic(plain));
}

TEST_CASE("split-K writes and reads its partial sums, in two steps") {
    constexpr auto op = matmul(x, w, split_k<4>);
    STATIC_CHECK(any_operator(op).steps() == 2);
    STATIC_CHECK(traffic(op) == traffic(plain) + 2 * 4 * 12 * 4_B);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 48_FLOP);
    STATIC_CHECK(work(op) == work(plain));
    constexpr auto doubles = matmul(tensor<fp64, 4, 8>{}, tensor<fp64, 8, 3>{}, split_k<4>);
    STATIC_CHECK(traffic(doubles) == 8 * (32 + 24 + 12) * 1_B + 2 * 4 * 12 * 8_B);
}

TEST_CASE("a product on the vector engine adds up there with what is beside it") {
    constexpr auto op = matmul(tensor<fp32, 4, 8>{}, tensor<fp32, 8, 3>{}, on<vector_math<fp32>>, epilogue<1>);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 2 * 4 * 8 * 3 * 1_FLOP + 12_FLOP);
}

TEST_CASE("with run-time extents an epilogue costs what its static twin does") {
    constexpr auto fixed =
        matmul(x, w, split_k<2>, with_bias(tensor<bf16, 3>{}), accumulate(tensor<bf16, 4, 3>{}), epilogue<2>);
    constexpr auto loose =
        matmul(tensor<bf16, dyn, dyn>{4, 8}, tensor<bf16, dyn, dyn>{8, 3}, split_k<dyn>(2),
               with_bias(tensor<bf16, dyn>{3}), accumulate(tensor<bf16, dyn, dyn>{4, 3}), epilogue<dyn>(2));
    STATIC_CHECK(traffic(loose) == traffic(fixed));
    STATIC_CHECK(demand_on<vector_math<fp32>>(loose) == demand_on<vector_math<fp32>>(fixed));
    STATIC_CHECK(demand_on<vector_math<fp32>>(any_operator(loose)) == demand_on<vector_math<fp32>>(fixed));
}

TEST_CASE("what is added takes part in chains") {
    constexpr auto before = rms_norm(tensor<bf16, 4, 3>{}, tensor<bf16, 3>{});
    constexpr auto op = matmul(x, w, accumulate(before.result()));
    STATIC_CHECK(traffic(fuse(before, op)) == traffic(before) + traffic(op) - 2 * footprint(before.result()));
}

TEST_CASE("whether an epilogue compiles can be asked") {
    STATIC_CHECK(multipliable<tensor<bf16, 4, 8>, tensor<bf16, 8, 3>, a_bias>);
    STATIC_CHECK(!multipliable<tensor<bf16, 4, 8>, tensor<bf16, 8, 3>, a_long_bias>);
    STATIC_CHECK(!multipliable<tensor<bf16, 4, 7>, tensor<bf16, 8, 3>, a_bias>);
}

TEST_CASE("what does not fit at run time is refused with the numbers") {
    const auto refused = [](auto&&... given) { return work(matmul(given...)); };
    CHECK_THROWS_WITH_AS(refused(x, w, with_bias(tensor<bf16, dyn>{4})),
                         "matmul of (4,8) x (8,3): the bias is (4) and must be (3)", shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, accumulate(tensor<bf16, dyn, dyn>{3, 4})),
                         "matmul of (4,8) x (8,3): accumulate takes (4,3), not (3,4)", shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, split_k<dyn>(9)), "matmul of (4,8) x (8,3): split_k is 9 and K is 8",
                         shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, split_k<dyn>(1)), "split_k is 1 and must be at least 2", shape_error);
    CHECK_THROWS_WITH_AS(refused(x, tensor<bf16, dyn, 3>{7}, epilogue<1>),
                         "matmul of (4,8) x (7,3): the inner extents are 8 and 7 and must be equal", shape_error);
    CHECK_THROWS_WITH_AS(refused(tensor<bf16, dyn, 1024>{1 << 24}, tensor<bf16, 1024, dyn>{1 << 26}, split_k<1024>),
                         "matmul of (16777216,1024) x (1024,67108864): split_k makes more than 2^53 partial sums",
                         shape_error);
}
