// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("x")),
                                    ceiling<vector_math<fp32>>(10_TFLOPS, datasheet("x")),
                                    ceiling<special_math<special::exp2>>(5_TFLOPS, datasheet("x")),
                                    ceiling<special_math<special::reciprocal>>(5_TFLOPS, datasheet("x")),
                                    ceiling<memory<dram>>(2_TBps, datasheet("x")),
                                    ceiling<interconnect<scale_up>>(100_GBps, datasheet("x")),
                                    capacity<memory<llc>>(10_MiB, datasheet("x")));
constexpr any_machine flat = npu;

constexpr auto decode = matmul(tensor<bf16, 1, 8192>{}, tensor<bf16, 8192, 8192>{});
constexpr auto prefill = matmul(tensor<bf16, 8192, 8192>{}, tensor<bf16, 8192, 8192>{});
constexpr auto exchange = op(demand<interconnect<scale_up>>(1_GB), demand<memory<dram>>(2_GB));

/// One question asked of the typed pair, of each half flat, and of both.
template<class Op, class Ask>
constexpr bool all_say(const Op& op, Ask ask) {
    const auto typed = ask(op, npu);
    return typed == ask(any_operator(op), npu) && typed == ask(op, flat) && typed == ask(any_operator(op), flat);
}

}  // namespace

TEST_CASE("every question has the answer of the placement") {
    STATIC_CHECK(min_time(decode, npu) == place(decode, npu).time);
    STATIC_CHECK(attainable(decode, npu) == place(decode, npu).attainable());
    STATIC_CHECK(peak_fraction(decode, npu) == place(decode, npu).peak_fraction());
    STATIC_CHECK(utilization<matrix_math<bf16>>(decode, npu) == place(decode, npu).utilization<matrix_math<bf16>>());
    STATIC_CHECK(memory_bound(decode, npu));
    STATIC_CHECK(!compute_bound(decode, npu));
    STATIC_CHECK(compute_bound(prefill, npu));
    STATIC_CHECK(!memory_bound(prefill, npu));
    STATIC_CHECK(bound_by<memory<dram>>(decode, npu));
    STATIC_CHECK(!bound_by<matrix_math<bf16>>(decode, npu));
    STATIC_CHECK(bound_by<matrix_math<bf16>>(prefill, npu));
    STATIC_CHECK(bound_by<interconnect<scale_up>>(exchange, npu));
    STATIC_CHECK(!memory_bound(exchange, npu));
    STATIC_CHECK(!compute_bound(exchange, npu));
}

TEST_CASE("flat operators and machines answer the same") {
    STATIC_CHECK(all_say(decode, [](const auto& o, const auto& m) { return min_time(o, m); }));
    STATIC_CHECK(all_say(prefill, [](const auto& o, const auto& m) { return attainable(o, m); }));
    STATIC_CHECK(all_say(prefill, [](const auto& o, const auto& m) { return memory_bound(o, m); }));
    STATIC_CHECK(all_say(decode, [](const auto& o, const auto& m) { return memory_bound(o, m); }));
    STATIC_CHECK(all_say(prefill, [](const auto& o, const auto& m) { return compute_bound(o, m); }));
    STATIC_CHECK(all_say(exchange, [](const auto& o, const auto& m) { return bound_by<interconnect<scale_up>>(o, m); }));
    STATIC_CHECK(all_say(decode, [](const auto& o, const auto& m) { return peak_fraction(o, m); }));
    STATIC_CHECK(all_say(decode, [](const auto& o, const auto& m) { return utilization<memory<dram>>(o, m); }));
    STATIC_CHECK(all_say(decode, [](const auto& o, const auto& m) { return speedup(o, o, m); }));
    STATIC_CHECK(all_say(decode, [](const auto& o, const auto& m) { return min_time(o, m, any_cache); }));
}

TEST_CASE("a run-time extent changes no answer") {
    constexpr auto dynamic = matmul(tensor<bf16, dyn, 8192>{1}, tensor<bf16, 8192, 8192>{});
    STATIC_CHECK(min_time(dynamic, npu) == min_time(decode, npu));
    STATIC_CHECK(memory_bound(dynamic, npu));
    STATIC_CHECK(all_say(dynamic, [](const auto& o, const auto& m) { return min_time(o, m); }));
}

TEST_CASE("an assumption may follow every question") {
    STATIC_CHECK(min_time(decode, npu, any_cache) < min_time(decode, npu));
    STATIC_CHECK(attainable(decode, npu, any_cache) > attainable(decode, npu));
    STATIC_CHECK(memory_bound(decode, npu, any_cache));
    STATIC_CHECK(!compute_bound(decode, npu, cold));
    STATIC_CHECK(bound_by<memory<dram>>(decode, npu, any_cache));
    STATIC_CHECK(peak_fraction(decode, npu, any_cache) > peak_fraction(decode, npu));
    STATIC_CHECK(utilization<memory<dram>>(decode, npu, any_cache) == 1);
    STATIC_CHECK(speedup(decode, prefill, npu, any_cache) < 1);
}

TEST_CASE("an operator that fits the cache is bound by compute under any_cache") {
    constexpr auto small = matmul(tensor<bf16, 1, 1024>{}, tensor<bf16, 1024, 1024>{});
    STATIC_CHECK(memory_bound(small, npu));
    STATIC_CHECK(compute_bound(small, npu, any_cache));
}

TEST_CASE("speedup is how many times faster the second is") {
    constexpr auto once = op(demand<memory<dram>>(2_GB));
    constexpr auto twice = op(demand<memory<dram>>(4_GB));
    STATIC_CHECK(speedup(twice, once, npu) == 2);
    STATIC_CHECK(speedup(once, twice, npu) == 0.5);
    STATIC_CHECK(speedup(once, once, npu) == 1);
    STATIC_CHECK(speedup(repeat(once, 61), once, npu) > 60.9);
}

TEST_CASE("fusing saves time where memory binds") {
    constexpr auto gate_up = matmul(tensor<bf16, 16, 4096>{}, tensor<bf16, 4096, 8192>{});
    constexpr auto act = silu_and_mul(gate_up.result());
    STATIC_CHECK(min_time(fuse(gate_up, act), npu) < min_time(sequence(gate_up, act), npu));
    STATIC_CHECK(speedup(sequence(gate_up, act), fuse(gate_up, act), npu) > 1);
}
