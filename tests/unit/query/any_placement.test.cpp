// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units/literals.hpp>

#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>

using namespace roofline;
using namespace roofline::literals;

// What does not compile typed throws flat, in the same words.

namespace {

constexpr auto mi250x = machine<"MI250X">(
    ceiling<matrix_math<fp64>>(95.7_TFLOPS, datasheet("x")), ceiling<matrix_math<fp32>>(95.7_TFLOPS, datasheet("x")),
    ceiling<matrix_math<fp16>>(383_TFLOPS, datasheet("x")), ceiling<matrix_math<bf16>>(383_TFLOPS, datasheet("x")),
    ceiling<matrix_math<i8>>(383_TFLOPS, datasheet("x")), ceiling<vector_math<fp32>>(47.9_TFLOPS, datasheet("x")),
    unpublished<memory<llc>>(), unpublished<memory<shared>>(), ceiling<memory<dram>>(3.2_TBps, datasheet("x")));
using mi250x_type = std::remove_const_t<decltype(mi250x)>;

constexpr auto in_fp8 = matmul(tensor<fp8_e4m3, 4, 8>{}, tensor<fp8_e4m3, 8, 3>{});
constexpr auto in_bf16 = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
constexpr auto cached_only = op(demand<memory<llc>>(1_kB), demand<memory<shared>>(1_kB));

template<class Op>
using list_of = typename detail::operation_traits<std::remove_const_t<Op>>::list;

template<int I>
inline constexpr char digits[] = {'c', static_cast<char>('0' + I / 10), static_cast<char>('0' + I % 10)};
template<int I>
struct counter {
    static constexpr std::string_view name{digits<I>, 3};
    static constexpr resource_kind kind = resource_kind::other;
    using demand_type = units::work;
    using rate_type = units::performance;
};
template<int... I>
constexpr auto counters(std::integer_sequence<int, I...>) {
    return std::pair(op(demand<counter<I>>(1_FLOP)...), machine<"counters">(ceiling<counter<I>>(1_TFLOPS, datasheet("x"))...));
}

}  // namespace

TEST_CASE("a missing ceiling is the same sentence flat and typed") {
    constexpr auto sentence = "MI250X publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: fp64 fp32 fp16 bf16 i8";
    STATIC_CHECK(detail::no_ceiling<mi250x_type, matrix_math<fp8>>::value.view() == sentence);
    CHECK_THROWS_WITH_AS(place(in_fp8, any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(any_operator(in_fp8), mi250x), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(any_operator(in_fp8), any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(min_time(any_operator(in_fp8), mi250x), sentence, unsupported);
    CHECK_THROWS_WITH_AS(memory_bound(in_fp8, any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(compute_bound(in_fp8, any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(attainable(in_fp8, any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(speedup(in_bf16, in_fp8, any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(sequence(in_bf16, in_fp8), any_machine(mi250x)), sentence, unsupported);
}

TEST_CASE("work on nothing but unpublished resources is the same sentence flat and typed") {
    constexpr auto sentence = "all that the operator demands is unpublished on MI250X: memory<llc> memory<shared>";
    using set = typename detail::resources_of_list<list_of<decltype(cached_only)>>::type;
    STATIC_CHECK(detail::nothing_published<mi250x_type, set>::value.view() == sentence);
    CHECK_THROWS_WITH_AS(place(cached_only, any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(any_operator(cached_only), mi250x), sentence, unsupported);
}

TEST_CASE("a step of a composite on nothing but unpublished resources is refused, and only its resources are named") {
    constexpr auto sentence = "all that the operator demands is unpublished on MI250X: memory<llc> memory<shared>";
    CHECK_THROWS_WITH_AS(place(sequence(in_bf16, cached_only), any_machine(mi250x)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(sequence(cached_only, in_bf16), any_machine(mi250x)), sentence, unsupported);
    STATIC_CHECK(!placeable<decltype(sequence(in_bf16, cached_only)), mi250x_type>);
}

TEST_CASE("an assumption about a cache of unknown size is the same sentence flat and typed") {
    constexpr auto sentence = detail::no_cache_capacity<mi250x_type, any_cache_assumption>::value;
    STATIC_CHECK(sentence.view().starts_with("MI250X states no capacity of memory<llc>, which any_cache needs"));
    STATIC_CHECK(sentence.view().ends_with(" needs"));
    CHECK_THROWS_WITH_AS(place(in_bf16, any_machine(mi250x), any_cache), sentence.c_str(), unsupported);
    CHECK_THROWS_WITH_AS(min_time(any_operator(in_bf16), mi250x, any_cache), sentence.c_str(), unsupported);
}

TEST_CASE("what a flat placement is asked about a resource that nobody demands") {
    constexpr auto sentence = "this operator states no demand on memory<llc>; it demands: matrix_math<bf16> memory<dram>";
    const auto p = place(in_bf16, any_machine(mi250x));
    CHECK(p.bound_by<memory<dram>>() == bound_by<memory<dram>>(in_bf16, mi250x));
    CHECK_THROWS_WITH_AS(p.utilization<memory<llc>>(), sentence, unsupported);
    CHECK_THROWS_WITH_AS(p.utilization(resource_of<memory<llc>>), sentence, unsupported);
    CHECK_THROWS_WITH_AS(p.traffic<memory<llc>>(), sentence, unsupported);
    CHECK_THROWS_WITH_AS(p.intensity<memory<llc>>(), sentence, unsupported);
    STATIC_CHECK(detail::no_demand<list_of<decltype(in_bf16)>, memory<llc>>::value.view() == sentence);
}

TEST_CASE("an operator whose demands are all zero has no performance") {
    constexpr auto nothing = op(demand<matrix_math<bf16>>(0_FLOP), demand<memory<dram>>(0_B));
    constexpr auto sentence = "every demand of this operator is zero, so it takes no time and nothing binds it";
    CHECK(place(nothing, mi250x).time == 0_s);
    CHECK_THROWS_WITH_AS(place(nothing, mi250x).attainable(), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(nothing, mi250x).peak_fraction(), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(nothing, mi250x).utilization<memory<dram>>(), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(nothing, any_machine(mi250x)).attainable(), sentence, unsupported);
    CHECK_THROWS_WITH_AS(speedup(in_bf16, nothing, mi250x), sentence, unsupported);
}

TEST_CASE("a flat placement holds 32 different resources and no more") {
    constexpr auto fits = counters(std::make_integer_sequence<int, 32>{});
    CHECK(place(any_operator(fits.first), any_machine(fits.second)).time.value() == 1e-12);
    constexpr auto too_many = counters(std::make_integer_sequence<int, 33>{});
    CHECK_THROWS_WITH_AS(place(any_operator(too_many.first), any_machine(too_many.second)),
                         "a placement holds at most 32 different resources", std::length_error);
}

TEST_CASE("machines of all kinds stand in one collection") {
    constexpr auto slow = machine<"slow">(ceiling<matrix_math<bf16>>(1_TFLOPS, datasheet("x")),
                                          ceiling<memory<dram>>(100_GBps, datasheet("x")));
    const any_machine all[] = {mi250x, slow};
    CHECK(place(in_bf16, all[0]).time == min_time(in_bf16, mi250x));
    CHECK(place(in_bf16, all[1]).time == min_time(in_bf16, slow));
    CHECK(all[1].name() == "slow");
}
