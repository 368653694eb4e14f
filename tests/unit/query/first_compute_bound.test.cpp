// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units/literals.hpp>

#include <cstdint>
#include <limits>
#include <optional>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("x")),
                                    ceiling<memory<dram>>(2_TBps, datasheet("x")),
                                    capacity<memory<llc>>(1_MiB, datasheet("x")));

constexpr tensor<bf16, 4096, 4096> weight;
constexpr auto gemm = [](std::int64_t b) { return matmul(tensor<bf16, dyn, 4096>{b}, weight); };

/// Compute-bound from `from` on, and how often it was asked.
struct step_at {
    std::int64_t from;
    int* asked;
    constexpr auto operator()(std::int64_t x) const {
        ++*asked;
        return op(demand<matrix_math<bf16>>(x >= from ? 1_TFLOP : 0_FLOP), demand<memory<dram>>(1_kB));
    }
};

/// 1 + ceil(log2(hi - lo + 1)), in integers.
constexpr int most_evaluations(std::int64_t lo, std::int64_t hi) {
    const std::uint64_t last = static_cast<std::uint64_t>(hi) - static_cast<std::uint64_t>(lo);  // size - 1
    int bits = 0;
    for (std::uint64_t rest = last; rest != 0; rest /= 2) ++bits;
    return 1 + bits;
}

constexpr bool finds(std::int64_t from, std::int64_t lo, std::int64_t hi) {
    int asked = 0;
    const auto found = first_compute_bound(step_at{from, &asked}, npu, lo, hi);
    const bool right = from > hi ? !found.has_value() : found == (from < lo ? lo : from);
    return right && asked <= most_evaluations(lo, hi);
}

}  // namespace

TEST_CASE("the first batch that is compute-bound is found at compile time") {
    constexpr auto m = first_compute_bound(gemm, npu, 1, 1'000'000);
    STATIC_CHECK(m.has_value());
    STATIC_CHECK(compute_bound(gemm(*m), npu));
    STATIC_CHECK(memory_bound(gemm(*m - 1), npu));
    STATIC_CHECK(m == scan_compute_bound(gemm, npu, 1, 1000));
    STATIC_CHECK(first_compute_bound(gemm, any_machine(npu), 1, 1'000'000) == m);
    STATIC_CHECK(first_compute_bound([](std::int64_t b) { return any_operator(gemm(b)); }, npu, 1, 1'000'000) == m);
}

TEST_CASE("the first batch can be asked for at run time and under an assumption") {
    const auto m = first_compute_bound(gemm, npu, 1, 1'000'000);
    const auto floor = first_compute_bound(gemm, npu, 1, 1'000'000, any_cache);
    CHECK(m.has_value());
    CHECK(floor.has_value());
    CHECK(*floor < *m);
    CHECK(floor == scan_compute_bound(gemm, npu, 1, 1000, any_cache));
}

TEST_CASE("nothing where no value is compute-bound") {
    STATIC_CHECK(!first_compute_bound(gemm, npu, 1, 10));
    STATIC_CHECK(!scan_compute_bound(gemm, npu, 1, 10));
    STATIC_CHECK(finds(11, 1, 10));
}

TEST_CASE("the flip is found wherever it lies, in at most 1 + ceil(log2(size)) evaluations") {
    for (std::int64_t hi = 1; hi <= 40; ++hi)
        for (std::int64_t from = 0; from <= hi + 1; ++from) {
            CAPTURE(hi);
            CAPTURE(from);
            CHECK(finds(from, 1, hi));
            CHECK(finds(from - 20, -19, hi - 20));
        }
    STATIC_CHECK(finds(523'457, 1, 1'000'000));
    STATIC_CHECK(finds(1'000'000, 1, 1'000'000));
    STATIC_CHECK(finds(1, 1, 1'000'000));
    STATIC_CHECK(finds(1, 1, 1));
    STATIC_CHECK(finds(2, 1, 1));
}

TEST_CASE("the limits of 64 bits are a range like any other") {
    STATIC_CHECK(finds(7, least, most));
    STATIC_CHECK(finds(least, least, most));
    STATIC_CHECK(finds(most, least, most));
    STATIC_CHECK(finds(most, most - 1, most));
    STATIC_CHECK(finds(least + 1, least, least + 1));
    STATIC_CHECK(finds(least, least, least));
    STATIC_CHECK(finds(most, most, most));
    STATIC_CHECK(finds(0, least, 0));
    STATIC_CHECK(finds(0, -1, most));
}

TEST_CASE("an empty range is refused") {
    constexpr auto sentence = "a search range must not be empty: lo <= hi";
    CHECK_THROWS_WITH_AS(first_compute_bound(gemm, npu, 2, 1), sentence, shape_error);
    CHECK_THROWS_WITH_AS(scan_compute_bound(gemm, npu, 2, 1), sentence, shape_error);
    CHECK_THROWS_WITH_AS(first_compute_bound(gemm, npu, most, least), sentence, shape_error);
}

TEST_CASE("what the maker of an operator throws comes through") {
    CHECK_THROWS_AS(first_compute_bound(gemm, npu, -5, 0), shape_error);
}

TEST_CASE("a scan finds the first of several flips, and stops at the end of 64 bits") {
    constexpr auto tiles = [](std::int64_t x) {
        return op(demand<matrix_math<bf16>>(x % 8 == 7 ? 1_TFLOP : 0_FLOP), demand<memory<dram>>(1_kB));
    };
    STATIC_CHECK(scan_compute_bound(tiles, npu, 1, 100) == 7);
    STATIC_CHECK(scan_compute_bound(tiles, npu, 8, 100) == 15);
    STATIC_CHECK(!scan_compute_bound(tiles, npu, 8, 14));
    STATIC_CHECK(!scan_compute_bound(tiles, npu, most - 1, most - 1));
    STATIC_CHECK(scan_compute_bound(tiles, npu, most - 3, most) == most);  // 2^63 - 1 is 7 modulo 8
    int asked = 0;
    CHECK(scan_compute_bound(step_at{5, &asked}, npu, 1, 100) == 5);
    CHECK(asked == 5);
}
