// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;

namespace {
constexpr auto gemm = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
constexpr auto attention_like = op(demand<matrix_math<bf16>>(100_FLOP), demand<vector_math<fp32>>(30_FLOP),
                                   demand<special_math<special::exp2>>(10_FLOP), demand<memory<dram>>(50_B));
constexpr auto softmax_like =
    op(demand<vector_math<fp32>>(30_FLOP), demand<special_math<special::exp2>>(10_FLOP), demand<memory<dram>>(50_B));
constexpr auto copy_like = op(demand<memory<dram>>(50_B));
constexpr auto link_only = op(demand<interconnect<scale_up>>(50_B), demand<vector_math<fp32>>(7_FLOP));
}  // namespace

TEST_CASE("work is the matrix FLOP where there are any, else vector and transcendental operations") {
    STATIC_CHECK(work(attention_like) == 100_FLOP);
    STATIC_CHECK(work(softmax_like) == 40_FLOP);
    STATIC_CHECK(work(copy_like) == 0_FLOP);
    STATIC_CHECK(work(any_operator(attention_like)) == 100_FLOP);
    STATIC_CHECK(work(any_operator(softmax_like)) == 40_FLOP);
    STATIC_CHECK(work(any_operator(copy_like)) == 0_FLOP);
}

TEST_CASE("the matrix rule holds once over the whole of a composite") {
    STATIC_CHECK(work(sequence(softmax_like, softmax_like)) == 80_FLOP);
    STATIC_CHECK(work(sequence(softmax_like, attention_like)) == 100_FLOP);
    STATIC_CHECK(work(overlap(softmax_like, attention_like)) == 100_FLOP);
    STATIC_CHECK(work(repeat(sequence(softmax_like, attention_like), 3)) == 300_FLOP);
    STATIC_CHECK(work(sequence(any_operator(softmax_like), attention_like)) == 100_FLOP);
}

TEST_CASE("matrix work in several precisions adds up") {
    constexpr auto mixed = op(demand<matrix_math<bf16>>(5_FLOP), demand<matrix_math<fp8>>(3_FLOP), demand<memory<dram>>(2_B));
    STATIC_CHECK(work(mixed) == 8_FLOP);
    STATIC_CHECK(intensity(mixed) == 4_FLOPpB);
    STATIC_CHECK(demand_on<matrix_math<fp8>>(mixed) == 3_FLOP);
}

TEST_CASE("traffic and intensity are of one level, DRAM unless said") {
    STATIC_CHECK(traffic(softmax_like) == 50_B);
    STATIC_CHECK(traffic<memory<dram>>(softmax_like) == 50_B);
    STATIC_CHECK(traffic<interconnect<scale_up>>(link_only) == 50_B);
    STATIC_CHECK(intensity<interconnect<scale_up>>(link_only) == 7_FLOP / 50_B);
    STATIC_CHECK(intensity(softmax_like) == 40_FLOP / 50_B);
    STATIC_CHECK(intensity<interconnect<scale_up>>(any_operator(link_only)) == 7_FLOP / 50_B);
}

TEST_CASE("traffic of a level that a flat operator does not state is an error and not zero") {
    constexpr auto sentence = "this operator states no demand on memory<llc>; it demands: matrix_math<bf16> memory<dram>";
    CHECK_THROWS_WITH_AS(traffic<memory<llc>>(any_operator(gemm)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(intensity<memory<llc>>(any_operator(gemm)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(demand_on<memory<llc>>(any_operator(gemm)), sentence, unsupported);
    STATIC_CHECK(detail::no_demand<detail::operation_traits<decltype(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}))>::list,
                                   memory<llc>>::value.view() == sentence);
    // Each resource is named once, though two steps demand it.
    CHECK_THROWS_WITH_AS(traffic<memory<llc>>(any_operator(sequence(gemm, gemm))), sentence, unsupported);
}

TEST_CASE("an intensity by no traffic is an error") {
    constexpr auto dry = op(demand<vector_math<fp32>>(7_FLOP), demand<memory<dram>>(0_B));
    constexpr auto sentence = "an intensity is work by traffic, and this operator moves nothing through memory<dram>";
    CHECK_THROWS_WITH_AS(intensity(dry), sentence, unsupported);
    CHECK_THROWS_WITH_AS(intensity(any_operator(dry)), sentence, unsupported);
}
