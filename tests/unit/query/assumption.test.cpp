// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units/literals.hpp>

#include <string_view>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr double ki = 1024, mi = ki * ki;

constexpr auto npu = machine<"npu">(
    ceiling<matrix_math<bf16>>(units::performance::from_value(64 * mi), datasheet("x")),
    ceiling<memory<dram>>(units::bandwidth::from_value(mi), datasheet("x")),
    ceiling<memory<llc>>(units::bandwidth::from_value(4 * mi), datasheet("x")), capacity<memory<llc>>(2_MiB, datasheet("x")));
constexpr auto without_size = machine<"no size">(ceiling<matrix_math<bf16>>(1_TFLOPS, datasheet("x")),
                                                 ceiling<memory<dram>>(1_TBps, datasheet("x")));

constexpr auto moving(double read, double written) {
    return op(demand<memory<dram>>(units::traffic::from_value(read * mi), units::traffic::from_value(written * mi)));
}
constexpr double seconds(double read, double written) { return min_time(moving(read, written), npu, any_cache).value(); }

}  // namespace

TEST_CASE("cold is the default: all traffic is from DRAM") {
    STATIC_CHECK(min_time(moving(3, 1), npu) == 4_s);
    STATIC_CHECK(min_time(moving(3, 1), npu, cold) == 4_s);
    STATIC_CHECK(place(moving(3, 1), npu).assumption == place(moving(3, 1), npu, cold).assumption);
    STATIC_CHECK(place(moving(3, 1), npu).assumption.starts_with("cold"));
    STATIC_CHECK(place(moving(3, 1), npu, any_cache).assumption.starts_with("any_cache"));
}

TEST_CASE("any_cache spares a cache full of reads and a cache full of writes") {
    // max(0, reads - C) + max(0, writes - C), C = 2 MiB at 1 MiB/s
    STATIC_CHECK(seconds(3, 1) == 1);
    STATIC_CHECK(seconds(1, 3) == 1);
    STATIC_CHECK(seconds(5, 3) == 4);
    STATIC_CHECK(seconds(2, 2) == 0);
    STATIC_CHECK(seconds(1, 1) == 0);
    STATIC_CHECK(seconds(2.5, 2) == 0.5);
}

TEST_CASE("bytes given in one number have the lowest floor that any split of them has") {
    constexpr auto whole = op(demand<memory<dram>>(units::traffic::from_value(6 * mi)));
    STATIC_CHECK(min_time(whole, npu, any_cache) == 2_s);
    STATIC_CHECK(min_time(whole, npu, any_cache).value() <= seconds(6, 0));
    STATIC_CHECK(min_time(whole, npu, any_cache).value() <= seconds(4, 2));
    STATIC_CHECK(min_time(whole, npu, any_cache).value() <= seconds(5, 1));
}

TEST_CASE("any_cache spares DRAM alone") {
    constexpr auto kernel = op(demand<matrix_math<bf16>>(units::work::from_value(32 * mi)),
                               demand<memory<llc>>(units::traffic::from_value(4 * mi)),
                               demand<memory<dram>>(units::traffic::from_value(3 * mi), units::traffic::from_value(mi)));
    STATIC_CHECK(place(kernel, npu, any_cache).time == 1_s);
    STATIC_CHECK(place(kernel, npu, any_cache).utilization<memory<llc>>() == 1);
    STATIC_CHECK(place(kernel, npu, any_cache).utilization<memory<dram>>() == 1);
    STATIC_CHECK(place(kernel, npu, any_cache).peak_fraction() == 0.5);
    // The intensity stays that of the operator.
    STATIC_CHECK(place(kernel, npu, any_cache).intensity() == place(kernel, npu).intensity());
    STATIC_CHECK(place(any_operator(kernel), any_machine(npu), any_cache).time == 1_s);
    STATIC_CHECK(place(any_operator(kernel), any_machine(npu), any_cache).utilization<memory<dram>>() == 1);
}

TEST_CASE("each launch of a repeated kernel may find the cache full again") {
    STATIC_CHECK(min_time(repeat(moving(3, 1), 10), npu, any_cache) == 10_s);
    STATIC_CHECK(min_time(sequence(moving(3, 1), moving(3, 1)), npu, any_cache) == 2_s);
    STATIC_CHECK(min_time(repeat(any_operator(moving(3, 1)), 10), any_machine(npu), any_cache) == 10_s);
    // As one kernel the ten read 30 MiB and write 10: the floor of any order.
    STATIC_CHECK(min_time(overlap(repeat(moving(3, 1), 10)), npu, any_cache) == 36_s);
}

TEST_CASE("reads and writes of an operator are told apart") {
    // (1024,1024) x (1024,1024): 4 MiB read, 2 MiB written
    constexpr auto gemm = matmul(tensor<bf16, 1024, 1024>{}, tensor<bf16, 1024, 1024>{});
    STATIC_CHECK(place(gemm, npu, any_cache).utilization<memory<dram>>() * place(gemm, npu, any_cache).time == 2_s);
    constexpr auto dynamic = matmul(tensor<bf16, dyn, 1024>{1024}, tensor<bf16, 1024, 1024>{});
    STATIC_CHECK(place(dynamic, npu, any_cache).time == place(gemm, npu, any_cache).time);
}

TEST_CASE("any_cache needs the size of the cache, cold does not") {
    using gemm = decltype(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}));
    STATIC_CHECK(placeable<gemm, std::remove_const_t<decltype(npu)>, any_cache_assumption>);
    STATIC_CHECK(placeable<gemm, std::remove_const_t<decltype(without_size)>, cold_assumption>);
    STATIC_CHECK(!placeable<gemm, std::remove_const_t<decltype(without_size)>, any_cache_assumption>);
}

TEST_CASE("an assumption is a type that says so") {
    STATIC_CHECK(cache_assumption<cold_assumption>);
    STATIC_CHECK(cache_assumption<any_cache_assumption>);
    STATIC_CHECK(!cache_assumption<int>);
}
