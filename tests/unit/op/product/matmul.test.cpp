// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <cstdint>
#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

template<class T, std::int64_t... E>
using t = tensor<T, E...>;

template<class Op, class R>
constexpr bool runs_on_only = std::is_same_v<typename detail::resources_of_list<typename detail::operation_traits<Op>::list>::type,
                                             detail::resource_set<R, memory<dram>>>;

}  // namespace

TEST_CASE("a matmul is 2 M N K FLOP and moves each operand once at its own width") {
    constexpr auto op = matmul(t<bf16, 4, 8>{}, t<bf16, 8, 3>{});  // (4,8) x (8,3) -> (4,3)
    STATIC_CHECK(work(op) == 192_FLOP);
    STATIC_CHECK(traffic(op) == 2.0 * (4 * 8 + 8 * 3 + 4 * 3) * units::byte);
    STATIC_CHECK(demand_on<matrix_math<bf16>>(op) == 192_FLOP);
    STATIC_CHECK(intensity(op) == 192_FLOP / 136_B);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), t<bf16, 4, 3>>);
}

TEST_CASE("a matmul with run-time extents costs what its static twin does") {
    constexpr auto fixed = matmul(t<nvfp4, 5, 33>{}, t<nvfp4, 33, 7>{}, out<bf16>);
    constexpr auto some = matmul(t<nvfp4, dyn, 33>{5}, t<nvfp4, 33, 7>{}, out<bf16>);
    constexpr auto all = matmul(t<nvfp4, dyn, dyn>{5, 33}, t<nvfp4, dyn, dyn>{33, 7}, out<bf16>);
    STATIC_CHECK(work(some) == work(fixed));
    STATIC_CHECK(work(all) == work(fixed));
    STATIC_CHECK(traffic(some) == traffic(fixed));
    STATIC_CHECK(traffic(all) == traffic(fixed));
    STATIC_CHECK(work(any_operator(all)) == work(fixed));
    STATIC_CHECK(traffic(any_operator(fixed)) == traffic(fixed));
    STATIC_CHECK(traffic(any_operator(some)) == traffic(fixed));
    STATIC_CHECK(demand_on<matrix_math<fp4>>(any_operator(all)) == demand_on<matrix_math<fp4>>(fixed));
}

TEST_CASE("the extents of a result are those of its operands, static where they are") {
    std::int64_t batch = 5;
    const auto op = matmul(t<bf16, dyn, 8>{batch}, t<bf16, 8, 3>{});
    STATIC_CHECK(std::is_same_v<decltype(op.result()), t<bf16, dyn, 3>>);
    CHECK(op.result().extents[0] == 5);
    CHECK(op.result().extents[1] == 3);
    const auto wide = matmul(t<bf16, 4, 8>{}, t<bf16, 8, dyn>{7}, out<fp32>);
    STATIC_CHECK(std::is_same_v<decltype(wide.result()), t<fp32, 4, dyn>>);
    CHECK(elements(wide.result()) == 28);
}

TEST_CASE("an inner extent that only one side knows must agree at run time") {
    CHECK(work(matmul(t<bf16, 4, dyn>{8}, t<bf16, 8, 3>{})) == 192_FLOP);
    CHECK(work(matmul(t<bf16, 4, 8>{}, t<bf16, dyn, 3>{8})) == 192_FLOP);
    CHECK_THROWS_WITH_AS(matmul(t<bf16, 4, dyn>{7}, t<bf16, 8, 3>{}),
                         "matmul of (4,7) x (8,3): the inner extents are 7 and 8 and must be equal", shape_error);
    CHECK_THROWS_WITH_AS(matmul(t<bf16, 4, 8>{}, t<bf16, dyn, 3>{9}),
                         "matmul of (4,8) x (9,3): the inner extents are 8 and 9 and must be equal", shape_error);
    CHECK_THROWS_WITH_AS(matmul(t<bf16, dyn, dyn>{1, 2}, t<bf16, dyn, dyn>{3, 4}),
                         "matmul of (1,2) x (3,4): the inner extents are 2 and 3 and must be equal", shape_error);
}

TEST_CASE("the sentence about static extents is that of the exception") {
    STATIC_CHECK(detail::static_matmul_fault<"matmul", t<bf16, 4, 7>, t<bf16, 8, 3>>::value.view() ==
                 "matmul of (4,7) x (8,3): the inner extents are 7 and 8 and must be equal");
    STATIC_CHECK(detail::static_matmul_fault<"matmul", t<bf16, dyn, 7>, t<bf16, 8, 3>>::value.view() ==
                 "matmul of (dyn,7) x (8,3): the inner extents are 7 and 8 and must be equal");
    STATIC_CHECK(detail::matmul_rank_fault<"matmul", t<bf16, 2, 4, 7>, t<bf16, 7, 3>>::value.view() ==
                 "matmul was given rank 3 and rank 2");
}

TEST_CASE("a result of more than 2^53 elements is refused, and one of 2^53 is not") {
    constexpr std::int64_t two_to_27 = std::int64_t{1} << 27;
    CHECK(elements(matmul(t<fp8, dyn, 1>{two_to_27}, t<fp8, 1, dyn>{two_to_27 / 2}).result()) == max_elements);
    CHECK_THROWS_WITH_AS(matmul(t<fp8, dyn, 1>{two_to_27}, t<fp8, 1, dyn>{two_to_27}),
                         "matmul of (134217728,1) x (1,134217728): the result has more than 2^53 elements", shape_error);
    // 3 x 3002399751580331 = 2^53 + 1, which a double cannot tell from 2^53
    CHECK_THROWS_WITH_AS(matmul(t<fp8, 3, 1>{}, t<fp8, 1, dyn>{3002399751580331}),
                         "matmul of (3,1) x (1,3002399751580331): the result has more than 2^53 elements", shape_error);
}

TEST_CASE("FLOP beyond 2^53 are correctly rounded") {
    __extension__ typedef __int128 wide;
    const std::int64_t m = 94906265, k = 94906263, n = 94906253;
    const auto op = matmul(t<i8, dyn, dyn>{m, k}, t<i8, dyn, dyn>{k, n});
    CHECK(work(op).value() == static_cast<double>(wide{2} * m * n * k));
    CHECK(traffic(op).value() == static_cast<double>(wide{m} * k + wide{k} * n + wide{m} * n));
}

TEST_CASE("operands multiply in their common math, else in the wider one") {
    using bf16_bf16 = decltype(matmul(t<bf16, 2, 2>{}, t<bf16, 2, 2>{}));
    using bf16_fp4 = decltype(matmul(t<bf16, 2, 2>{}, t<nvfp4, 2, 2>{}));
    using fp4_bf16 = decltype(matmul(t<nvfp4, 2, 2>{}, t<bf16, 2, 2>{}));
    using fp4_mx = decltype(matmul(t<nvfp4, 2, 2>{}, t<mxfp4, 2, 2>{}));
    using e4m3_e5m2 = decltype(matmul(t<fp8_e4m3, 2, 2>{}, t<fp8_e5m2, 2, 2>{}));
    using bf16_int4 = decltype(matmul(t<bf16, 2, 2>{}, t<int4_g128, 2, 2>{}));
    using i8_i4 = decltype(matmul(t<i8, 2, 2>{}, t<i4, 2, 2>{}));
    using fp32_bf16 = decltype(matmul(t<fp32, 2, 2>{}, t<bf16, 2, 2>{}));
    using bf16_nf4 = decltype(matmul(t<bf16, 2, 2>{}, t<nf4, 2, 2>{}));
    STATIC_CHECK(runs_on_only<bf16_bf16, matrix_math<bf16>>);
    STATIC_CHECK(runs_on_only<bf16_fp4, matrix_math<bf16>>);
    STATIC_CHECK(runs_on_only<fp4_bf16, matrix_math<bf16>>);
    STATIC_CHECK(runs_on_only<fp4_mx, matrix_math<fp4>>);
    STATIC_CHECK(runs_on_only<e4m3_e5m2, matrix_math<fp8>>);
    STATIC_CHECK(runs_on_only<bf16_int4, matrix_math<bf16>>);
    STATIC_CHECK(runs_on_only<i8_i4, matrix_math<i8>>);
    STATIC_CHECK(runs_on_only<fp32_bf16, matrix_math<fp32>>);
    STATIC_CHECK(runs_on_only<bf16_nf4, matrix_math<bf16>>);
}

TEST_CASE("math<> says what the kernel multiplies in, with accumulator and sparsity, and on<> the engine") {
    using narrowed = decltype(matmul(t<bf16, 2, 2>{}, t<nvfp4, 2, 2>{}, math<fp4>));
    using half = decltype(matmul(t<fp16, 2, 2>{}, t<fp16, 2, 2>{}, math<fp16, fp16>));
    using sparse = decltype(matmul(t<fp16, 2, 2>{}, t<fp16, 2, 2>{}, math<fp16, fp32, sparse_2_4>));
    using on_vector = decltype(matmul(t<fp32, 2, 2>{}, t<fp32, 2, 2>{}, on<vector_math<fp32>>));
    using agreed = decltype(matmul(t<bf16, 2, 2>{}, t<fp16, 2, 2>{}, math<bf16>));
    STATIC_CHECK(runs_on_only<narrowed, matrix_math<fp4>>);
    STATIC_CHECK(runs_on_only<half, matrix_math<fp16, fp16>>);
    STATIC_CHECK(runs_on_only<sparse, matrix_math<fp16, fp32, sparse_2_4>>);
    STATIC_CHECK(runs_on_only<on_vector, vector_math<fp32>>);
    STATIC_CHECK(runs_on_only<agreed, matrix_math<bf16>>);
    // The storage stays what it is: math changes no byte.
    STATIC_CHECK(traffic(matmul(t<bf16, 2, 32>{}, t<nvfp4, 32, 2>{}, math<fp4>)) ==
                 traffic(matmul(t<bf16, 2, 32>{}, t<nvfp4, 32, 2>{})));
    STATIC_CHECK(work(matmul(t<fp32, 2, 3>{}, t<fp32, 3, 4>{}, on<vector_math<fp32>>)) == 48_FLOP);
}

TEST_CASE("options come in any order, and out defaults to the format of the first operand") {
    constexpr auto a = matmul(t<nvfp4, 4, 32>{}, t<nvfp4, 32, 4>{}, out<bf16>, math<fp4>);
    constexpr auto b = matmul(t<nvfp4, 4, 32>{}, t<nvfp4, 32, 4>{}, math<fp4>, out<bf16>);
    STATIC_CHECK(std::is_same_v<decltype(a), decltype(b)>);
    STATIC_CHECK(traffic(a) == traffic(b));
    STATIC_CHECK(std::is_same_v<decltype(matmul(t<nvfp4, 4, 32>{}, t<bf16, 32, 4>{}).result()), t<nvfp4, 4, 4>>);
    STATIC_CHECK(traffic(matmul(t<nvfp4, 4, 32>{}, t<nvfp4, 32, 4>{}, out<fp32>)) - traffic(a) == 32_B);
}

TEST_CASE("a weight is blocked along K, an activation and a result along their last axis") {
    constexpr auto op = matmul(t<mxfp4, 2, 33>{}, t<mxfp4, 33, 3>{});  // two blocks a row, two a column, one a row
    STATIC_CHECK(traffic(op) == (2.0 * 2 + 3 * 2 + 2 * 1) * 17_B);
}

TEST_CASE("results chain") {
    constexpr auto up = matmul(t<bf16, 4, 8>{}, t<bf16, 8, 16>{});
    constexpr auto down = matmul(up.result(), t<bf16, 16, 8>{});
    constexpr auto again = matmul(down.result(), t<bf16, 8, 1>{}, out<fp32>);
    STATIC_CHECK(std::is_same_v<decltype(down.result()), t<bf16, 4, 8>>);
    STATIC_CHECK(std::is_same_v<decltype(again.result()), t<fp32, 4, 1>>);
    constexpr auto dynamic = matmul(matmul(t<bf16, dyn, 8>{4}, t<bf16, 8, 16>{}).result(), t<bf16, 16, 8>{});
    STATIC_CHECK(work(dynamic) == work(down));
    STATIC_CHECK(elements(dynamic.result()) == 32);
}

TEST_CASE("multipliable answers without an error") {
    STATIC_CHECK(multipliable<t<bf16, 4, 8>, t<bf16, 8, 3>>);
    STATIC_CHECK(multipliable<const t<bf16, 4, 8>&, t<nvfp4, 8, 3>>);
    STATIC_CHECK(multipliable<t<bf16, dyn, 8>, t<bf16, 8, 3>>);
    STATIC_CHECK(multipliable<t<bf16, 4, dyn>, t<bf16, 8, 3>>);  // known at run time
    STATIC_CHECK(multipliable<t<bf16, 4, 8>, t<fp16, 8, 3>, decltype(math<bf16>)>);
    STATIC_CHECK(multipliable<t<i8, 4, 8>, t<i8, 8, 3>, decltype(out<i32>)>);

    STATIC_CHECK(!multipliable<t<bf16, 4, 8>, t<bf16, 7, 3>>);
    STATIC_CHECK(!multipliable<t<bf16, dyn, 8>, t<bf16, 7, 3>>);
    STATIC_CHECK(!multipliable<t<bf16, 2, 4, 8>, t<bf16, 8, 3>>);
    STATIC_CHECK(!multipliable<t<bf16, 8>, t<bf16, 8, 3>>);
    STATIC_CHECK(!multipliable<t<bf16, 4, 8>, t<fp16, 8, 3>>);  // equally wide and different
    STATIC_CHECK(!multipliable<t<i64, 4, 8>, t<bf16, 8, 3>>);
    STATIC_CHECK(!multipliable<t<bf16, 4, 8>, t<i32, 8, 3>>);
    STATIC_CHECK(!multipliable<t<bf16, 4, 8>, t<bf16, 8, 3>, int>);
    STATIC_CHECK(!multipliable<t<bf16, 134217728, 1>, t<bf16, 1, 134217728>>);
    STATIC_CHECK(!multipliable<int, t<bf16, 8, 3>>);
    STATIC_CHECK(!multipliable<t<bf16, 4, 8>, void>);
}

TEST_CASE("the sentences about formats") {
    STATIC_CHECK(detail::no_common_math<bf16, fp16>::value.view() ==
                 "bf16 and fp16 multiply in bf16 and fp16, equally wide; say which with math<bf16> or math<fp16>");
    STATIC_CHECK(detail::not_multiplied<i64, bf16>::value.view() ==
                 "the operands are i64 and bf16; i32 and i64 are indices, which no matmul takes");
}
