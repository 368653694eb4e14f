// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/op/experts.hpp>
#include <roofline/units/literals.hpp>
#include <roofline/units/scaling.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a softmax router is a softmax, and E comparisons for each of the k it selects") {
    constexpr auto op = top_k_softmax(tensor<fp32, 4, 16>{}, top_k<2>);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 4 * (4 * 16 + 2 * 16) * 1_FLOP);
    STATIC_CHECK(demand_on<special_math<special::exp2>>(op) == 4 * 16 * 1_FLOP);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(op) == 4_FLOP);
    STATIC_CHECK(traffic(op) == 4 * 16 * 4_B + 4 * 2 * (4_B + 4_B));
    STATIC_CHECK(std::is_same_v<std::remove_cvref_t<decltype(op.result())>, tensor<fp32, 4, 2>>);
    STATIC_CHECK(std::is_same_v<decltype(expert_ids(op.result())), tensor<i32, 4, 2>>);
    constexpr auto again = top_k_softmax(tensor<fp32, 4, 16>{}, top_k<2>, renormalized);
    STATIC_CHECK(demand_on<vector_math<fp32>>(again) == demand_on<vector_math<fp32>>(op) + 4 * 4 * 1_FLOP);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(again) == 8_FLOP);
}

TEST_CASE("a sigmoid router is a sigmoid for each score") {
    constexpr auto op = top_k_sigmoid(tensor<bf16, 4, 16>{}, top_k<1>, out<bf16>);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 4 * (16 + 16) * 1_FLOP);
    STATIC_CHECK(demand_on<special_math<special::exp2>>(op) == 64_FLOP);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(op) == 64_FLOP);
    STATIC_CHECK(traffic(op) == 4 * 16 * 2_B + 4 * (2_B + 4_B));
}

TEST_CASE("the router of R1 takes 2112 vector operations a token") {
    constexpr auto op =
        grouped_top_k(tensor<fp32, 1, 256>{}, tensor<fp32, 256>{}, top_k<8>, expert_groups<8>, kept_groups<4>);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 2112_FLOP);
    STATIC_CHECK(demand_on<special_math<special::exp2>>(op) == 256_FLOP);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(op) == 257_FLOP);
    STATIC_CHECK(traffic(op) == 256 * 4_B + 256 * 4_B + 8 * 8_B);
}

TEST_CASE("routers with run-time extents cost what their static twins do") {
    constexpr auto fixed =
        grouped_top_k(tensor<fp32, 3, 12>{}, tensor<bf16, 12>{}, top_k<2>, expert_groups<4>, kept_groups<2>);
    constexpr auto loose = grouped_top_k(tensor<fp32, dyn, dyn>{3, 12}, tensor<bf16, dyn>{12}, top_k<dyn>(2),
                                         expert_groups<dyn>(4), kept_groups<dyn>(2));
    STATIC_CHECK(work(loose) == work(fixed));
    STATIC_CHECK(traffic(loose) == traffic(fixed));
    STATIC_CHECK(work(any_operator(loose)) == work(fixed));
    STATIC_CHECK(elements(loose.result()) == 6);
    STATIC_CHECK(elements(expert_ids(loose.result())) == 6);
    STATIC_CHECK(work(top_k_softmax(tensor<fp32, dyn, 12>{3}, top_k<2>)) ==
                 work(top_k_softmax(tensor<fp32, 3, 12>{}, top_k<2>)));
}

TEST_CASE("permute reads each row once and writes it k times; combine adds it up again") {
    constexpr auto in = permute(tensor<bf16, 4, 16>{}, top_k<3>);
    STATIC_CHECK(traffic(in) == (4 * 16 + 12 * 16) * 2_B + 12 * 4_B);
    STATIC_CHECK(work(in) == 0_FLOP);
    STATIC_CHECK(std::is_same_v<std::remove_cvref_t<decltype(in.result())>, tensor<bf16, 12, 16>>);
    constexpr auto back = combine(in.result(), tensor<fp32, 4, 3>{});
    STATIC_CHECK(work(back) == 2 * 12 * 16 * 1_FLOP);
    STATIC_CHECK(traffic(back) == (12 * 16 + 4 * 16) * 2_B + 12 * 4_B);
    STATIC_CHECK(std::is_same_v<std::remove_cvref_t<decltype(back.result())>, tensor<bf16, 4, 16>>);
    STATIC_CHECK(traffic(fuse(in, back)) == traffic(in) + traffic(back) - 2 * footprint(in.result()));
    constexpr auto loose =
        combine(permute(tensor<bf16, dyn, 16>{4}, top_k<dyn>(3)).result(), tensor<fp32, dyn, dyn>{4, 3});
    STATIC_CHECK(traffic(loose) == traffic(back));
}

TEST_CASE("a router and its weights chain into the combine") {
    constexpr auto router = top_k_softmax(tensor<fp32, dyn, 16>{5}, top_k<2>);
    constexpr auto back = combine(tensor<bf16, dyn, 64>{10}, router.result());
    STATIC_CHECK(traffic(sequence(router, back)) == traffic(router) + traffic(back));
    STATIC_CHECK(fusible<decltype(router), decltype(back)>);
}

TEST_CASE("what does not agree at run time is refused with the numbers") {
    const auto grouped = [](std::int64_t e, std::int64_t b, std::int64_t k, std::int64_t n, std::int64_t m) {
        return work(grouped_top_k(tensor<fp32, 2, dyn>{e}, tensor<fp32, dyn>{b}, top_k<dyn>(k), expert_groups<dyn>(n),
                                  kept_groups<dyn>(m)));
    };
    CHECK_THROWS_WITH_AS(grouped(16, 15, 2, 4, 2),
                         "grouped_top_k of (2,16): the bias has 15 elements and must have one for each expert",
                         shape_error);
    CHECK_THROWS_WITH_AS(grouped(16, 16, 2, 3, 2), "grouped_top_k of (2,16): 16 experts do not divide into 3 groups",
                         shape_error);
    CHECK_THROWS_WITH_AS(grouped(16, 16, 2, 16, 2),
                         "grouped_top_k of (2,16): 16 groups leave one expert each; a group is scored by its best two",
                         shape_error);
    CHECK_THROWS_WITH_AS(grouped(16, 16, 2, 4, 5), "grouped_top_k of (2,16): 5 groups are kept and there are 4",
                         shape_error);
    CHECK_THROWS_WITH_AS(grouped(16, 16, 9, 4, 2),
                         "grouped_top_k of (2,16): k is 9 and there are 8 experts to choose from", shape_error);
    CHECK_THROWS_WITH_AS(grouped(16, 16, 0, 4, 2), "k is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(grouped(16, 16, 1, 0, 2), "the number of expert groups is 0 and must be at least 1",
                         shape_error);
    CHECK_THROWS_WITH_AS(grouped(16, 16, 1, 4, 0), "the number of kept groups is 0 and must be at least 1",
                         shape_error);
    CHECK_THROWS_WITH_AS(work(top_k_softmax(tensor<fp32, 2, dyn>{4}, top_k<5>)),
                         "top_k_softmax of (2,4): k is 5 and there are 4 experts to choose from", shape_error);
    CHECK_THROWS_WITH_AS(work(combine(tensor<bf16, dyn, 4>{9}, tensor<fp32, 4, 2>{})),
                         "combine of (9,4) and weights (4,2): y has a row for each weight", shape_error);
    CHECK_THROWS_WITH_AS(work(permute(tensor<bf16, dyn, 1024>{std::int64_t{1} << 43}, top_k<2>)),
                         "permute of (8796093022208,1024): with k = 2 the result has more than 2^53 elements",
                         shape_error);
}
