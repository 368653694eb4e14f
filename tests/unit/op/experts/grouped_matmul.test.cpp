// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/op/experts.hpp>
#include <roofline/units/literals.hpp>
#include <roofline/units/scaling.hpp>

#include <array>
#include <cstdint>
#include <type_traits>
#include <vector>

using namespace roofline;
using namespace roofline::literals;

namespace {
constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;
constexpr auto rows_in_and_out = (8 * 4 + 8 * 6) * 2_B;
constexpr auto one_weight = 4 * 6 * 2_B;
}  // namespace

TEST_CASE("a grouped matmul reads the weights of groups that have rows") {
    constexpr auto op = grouped_matmul(x, w, group_sizes(3, 0, 5));
    STATIC_CHECK(work(op) == 2 * 8 * 4 * 6 * 1_FLOP);
    STATIC_CHECK(demand_on<matrix_math<bf16>>(op) == work(op));
    STATIC_CHECK(traffic(op) == rows_in_and_out + 2 * one_weight);
    STATIC_CHECK(std::is_same_v<std::remove_cvref_t<decltype(op.result())>, tensor<bf16, 8, 6>>);
    STATIC_CHECK(traffic(grouped_matmul(x, w, group_sizes(3, 2, 3))) == rows_in_and_out + 3 * one_weight);
    STATIC_CHECK(traffic(grouped_matmul(x, w, group_sizes(0, 8, 0))) == rows_in_and_out + one_weight);
}

TEST_CASE("group sizes come from a list, an array, a container or a pointer") {
    constexpr int plain[] = {3, 0, 5};
    constexpr std::array<std::int64_t, 3> array{3, 0, 5};
    const std::vector<unsigned> counted{3, 0, 5};
    constexpr auto listed = traffic(grouped_matmul(x, w, group_sizes(3, 0, 5)));
    STATIC_CHECK(traffic(grouped_matmul(x, w, group_sizes(plain))) == listed);
    STATIC_CHECK(traffic(grouped_matmul(x, w, group_sizes(array))) == listed);
    CHECK(traffic(grouped_matmul(x, w, group_sizes(counted))) == listed);
    CHECK(traffic(grouped_matmul(x, w, group_sizes(counted.data(), counted.size()))) == listed);
}

TEST_CASE("all in one group is a matmul, and even groups a batched one") {
    STATIC_CHECK(traffic(grouped_matmul(x, tensor<bf16, 1, 4, 6>{}, group_sizes(8))) ==
                 traffic(matmul(x, tensor<bf16, 4, 6>{})));
    constexpr auto even = grouped_matmul(tensor<nvfp4, 6, 33>{}, tensor<nvfp4, 3, 33, 6>{}, group_sizes(2, 2, 2));
    constexpr auto batched = batched_matmul(tensor<nvfp4, 3, 2, 33>{}, tensor<nvfp4, 3, 33, 6>{});
    STATIC_CHECK(work(even) == work(batched));
    STATIC_CHECK(traffic(even) == traffic(batched));
}

TEST_CASE("128 tokens of DeepSeek-R1 read 8, 251.6 or 256 experts, as is said") {
    STATIC_CHECK(distinct_experts::fewest(256, 8, 128) == 8);
    STATIC_CHECK(distinct_experts::most(256, 8, 128) == 256);
    STATIC_CHECK(distinct_experts::most(256, 8, 31) == 248);
    STATIC_CHECK(distinct_experts::expected_uniform(256, 8, 128) > 251.55);
    STATIC_CHECK(distinct_experts::expected_uniform(256, 8, 128) < 251.65);
    STATIC_CHECK(distinct_experts::expected_uniform(256, 8, 1) == 8);
    STATIC_CHECK(distinct_experts::expected_uniform(8, 8, 3) == 8);

    constexpr tensor<fp8, 128 * 8, 7168> rows;
    constexpr tensor<fp8, 256, 7168, 4096> experts;
    constexpr auto moved = (1024.0 * 7168 + 1024.0 * 4096) * 1_B;
    constexpr auto expert = 7168 * 4096 * 1_B;
    STATIC_CHECK(traffic(grouped_matmul(rows, experts, top_k<8>, distinct_experts::fewest)) == moved + 8 * expert);
    STATIC_CHECK(traffic(grouped_matmul(rows, experts, top_k<8>, distinct_experts::most)) == moved + 256 * expert);
    STATIC_CHECK(traffic(grouped_matmul(rows, experts, top_k<8>, distinct_experts::given<97>)) == moved + 97 * expert);
    STATIC_CHECK(traffic(grouped_matmul(rows, experts, distinct_experts::expected_uniform, top_k<8>)) ==
                 moved + distinct_experts::expected_uniform(256, 8, 128) * expert);
    STATIC_CHECK(work(grouped_matmul(rows, experts, top_k<8>, distinct_experts::fewest)) ==
                 2.0 * 1024 * 7168 * 4096 * 1_FLOP);
}

TEST_CASE("a grouped matmul with run-time extents costs what its static twin does") {
    constexpr auto fixed = grouped_matmul(tensor<nvfp4, 12, 33>{}, tensor<nvfp4, 5, 33, 7>{}, top_k<3>,
                                          distinct_experts::given<4>, out<bf16>);
    constexpr auto loose = grouped_matmul(tensor<nvfp4, dyn, dyn>{12, 33}, tensor<nvfp4, dyn, dyn, dyn>{5, 33, 7},
                                          top_k<dyn>(3), distinct_experts::given<dyn>(4), out<bf16>);
    STATIC_CHECK(work(loose) == work(fixed));
    STATIC_CHECK(traffic(loose) == traffic(fixed));
    STATIC_CHECK(traffic(any_operator(loose)) == traffic(fixed));
    STATIC_CHECK(elements(loose.result()) == 12 * 7);
}

TEST_CASE("the experts of a token chain") {
    constexpr auto in = permute(tensor<bf16, dyn, 64>{5}, top_k<2>);
    constexpr auto up = grouped_matmul(in.result(), tensor<bf16, 4, 64, 32>{}, top_k<2>, distinct_experts::most);
    constexpr auto all = sequence(in, up);
    STATIC_CHECK(traffic(all) == traffic(in) + traffic(up));
    STATIC_CHECK(traffic(fuse(in, up)) == traffic(all) - 2 * footprint(in.result()));
}

TEST_CASE("what does not agree at run time is refused with the numbers") {
    const auto refused = [](auto&&... given) { return work(grouped_matmul(given...)); };
    CHECK_THROWS_WITH_AS(refused(x, w, group_sizes(3, 5)),
                         "grouped_matmul of (8,4) x (3,4,6): 2 group sizes are given for 3 weights", shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, group_sizes(3, 5, 1)),
                         "grouped_matmul of (8,4) x (3,4,6): the group sizes add up to 9 and x has 8 rows",
                         shape_error);
    CHECK_THROWS_WITH_AS(group_sizes(3, -5, 1),
                         "group_sizes: group 1 has -5 rows; a size is at least 0, and all add up to at most 2^53",
                         shape_error);
    CHECK_THROWS_AS(group_sizes(max_elements, 1), shape_error);
    CHECK_THROWS_WITH_AS(refused(tensor<bf16, dyn, 5>{8}, tensor<bf16, 3, dyn, 6>{4}, group_sizes(3, 0, 5)),
                         "grouped_matmul of (8,5) x (3,4,6): the inner extents are 5 and 4 and must be equal",
                         shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, top_k<dyn>(3), distinct_experts::most),
                         "grouped_matmul of (8,4) x (3,4,6): 8 rows are no multiple of k = 3", shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, top_k<dyn>(4), distinct_experts::most),
                         "grouped_matmul of (8,4) x (3,4,6): k is 4 and there are 3 experts", shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, top_k<dyn>(0), distinct_experts::most), "k is 0 and must be at least 1",
                         shape_error);
    CHECK_THROWS_WITH_AS(refused(x, w, top_k<2>, distinct_experts::given<dyn>(1)),
                         "grouped_matmul of (8,4) x (3,4,6): 1 distinct experts are given; k = 2 is the least",
                         shape_error);
    CHECK_THROWS_WITH_AS(
        refused(x, w, top_k<2>, distinct_experts::given<dyn>(4)),
        "grouped_matmul of (8,4) x (3,4,6): 4 distinct experts are given; at most all experts or one a row can be read",
        shape_error);
    CHECK_THROWS_AS(refused(x, w, top_k<2>, distinct_experts::given<dyn>(0)), shape_error);
}
