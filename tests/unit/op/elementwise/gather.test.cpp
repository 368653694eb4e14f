// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("an embedding reads distinct rows once and writes one for each id") {
    constexpr tensor<i32, 7> ids;
    constexpr tensor<bf16, 100, 8> table;
    STATIC_CHECK(traffic(embedding(ids, table)) == 28_B + 16_B + 7 * 16_B);
    STATIC_CHECK(traffic(embedding(ids, table, distinct_rows<5>)) == 28_B + 5 * 16_B + 7 * 16_B);
    STATIC_CHECK(traffic(embedding(ids, table, every_row)) == 28_B + 7 * 16_B + 7 * 16_B);
    STATIC_CHECK(traffic(gather(table, ids, distinct_rows<dyn>(5), out<fp32>)) == 28_B + 5 * 16_B + 7 * 32_B);
    STATIC_CHECK(work(embedding(ids, table)) == 0_FLOP);
    STATIC_CHECK(std::is_same_v<decltype(embedding(ids, table).result()), tensor<bf16, 7, 8>>);
    STATIC_CHECK(std::is_same_v<decltype(embedding(tensor<i64, dyn, 3>{2}, table).result()), tensor<bf16, dyn, 3, 8>>);
}

TEST_CASE("rows at run time are checked") {
    const tensor<i32, dyn> ids{7};
    constexpr tensor<bf16, 100, 8> table;
    CHECK(traffic(embedding(ids, table, distinct_rows<5>)) == 28_B + 5 * 16_B + 7 * 16_B);
    CHECK_THROWS_WITH_AS(embedding(ids, table, distinct_rows<8>),
                         "embedding of (7) rows from (100,8): 8 distinct rows are more than there are indices", shape_error);
    CHECK_THROWS_WITH_AS(gather(table, tensor<i32, 700>{}, distinct_rows<dyn>(101)),
                         "gather of (700) rows from (100,8): 101 distinct rows are more than the table has", shape_error);
    CHECK_THROWS_WITH_AS(embedding(ids, table, distinct_rows<dyn>(0)), "distinct_rows is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(embedding(tensor<i64, dyn>{std::int64_t{1} << 52}, table),
                         "embedding of (4503599627370496) rows from (100,8): the result has more than 2^53 elements", shape_error);
}
