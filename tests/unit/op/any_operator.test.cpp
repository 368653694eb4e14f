// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units/literals.hpp>

#include <array>
#include <stdexcept>
#include <type_traits>
#include <vector>

using namespace roofline;
using namespace roofline::literals;

namespace {
constexpr auto gemm = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 64>{});
constexpr auto act = silu_and_mul(gemm.result());
constexpr any_operator flat_gemm = gemm;
constexpr any_operator flat_act = act;

/// A sequence of n kernels with two demands each.
constexpr any_operator many(int n) {
    any_operator all = flat_gemm;
    for (int i = 1; i < n; ++i) all = sequence(all, flat_gemm);
    return all;
}
}  // namespace

TEST_CASE("a flat operator lists the demands of the typed one") {
    STATIC_CHECK(flat_gemm.size() == 2);
    STATIC_CHECK(flat_gemm.steps() == 1);
    STATIC_CHECK(*flat_gemm.begin()->what == resource_of<matrix_math<bf16>>);
    STATIC_CHECK(flat_gemm.begin()->amount.total == 4096);
    STATIC_CHECK(flat_act.size() == 4);
    STATIC_CHECK(work(flat_act) == work(act));
    STATIC_CHECK(traffic(flat_gemm) == traffic(gemm));
    STATIC_CHECK(intensity(flat_gemm) == intensity(gemm));
}

TEST_CASE("operators of all kinds stand in one collection") {
    const std::vector<any_operator> all{gemm, act, sequence(gemm, act), op(demand<memory<dram>>(1_kB)), repeat(act, 3)};
    double bytes = 0;
    for (const any_operator& each : all) bytes += traffic(each).value();
    CHECK(bytes == 2 * traffic(gemm).value() + 5 * traffic(act).value() + 1000);
}

TEST_CASE("a flat operator takes no allocation, and a copy of it is equal to it") {
    STATIC_CHECK(std::is_trivially_destructible_v<any_operator>);
    const any_operator two = sequence(gemm, act);
    any_operator copy = repeat(act, 9);
    copy = two;
    CHECK(copy.steps() == 2);
    CHECK(copy.size() == two.size());
    CHECK(traffic(any_operator(copy)) == traffic(two));
    copy = *&copy;
    CHECK(work(copy) == work(two));
}

TEST_CASE("a flat operator without demands is refused by name") {
    constexpr auto sentence = "this operator has no demands: it was made by default, and nothing was assigned to it";
    CHECK_THROWS_WITH_AS(place(any_operator(), hw::h100_sxm), sentence, unsupported);
    CHECK_THROWS_WITH_AS(min_time(any_operator(), any_machine(hw::h100_sxm)), sentence, unsupported);
    CHECK_THROWS_WITH_AS(place(flat_gemm, any_machine()),
                         "this machine has no ceilings: it was made by default, and nothing was assigned to it", unsupported);
}

TEST_CASE("flat operators compose as typed ones do") {
    STATIC_CHECK(sequence(flat_gemm, flat_act).steps() == 2);
    STATIC_CHECK(traffic(sequence(flat_gemm, flat_act)) == traffic(sequence(gemm, act)));
    STATIC_CHECK(sequence(flat_gemm, act, gemm).steps() == 3);
    STATIC_CHECK(sequence(gemm, flat_act).steps() == 2);
    STATIC_CHECK(overlap(flat_gemm, flat_act).steps() == 1);
    STATIC_CHECK(overlap(flat_gemm, act).size() == any_operator(overlap(gemm, act)).size());
    STATIC_CHECK(traffic(overlap(flat_gemm, act)) == traffic(overlap(gemm, act)));
    STATIC_CHECK(traffic(repeat(flat_gemm, 7)) == traffic(repeat(gemm, 7)));
    STATIC_CHECK(repeat(flat_gemm, 7).size() == flat_gemm.size());
    STATIC_CHECK(work(overlap(repeat(flat_gemm, 7), flat_act)) == work(overlap(repeat(gemm, 7), act)));
    STATIC_CHECK(any_operator(sequence(gemm, repeat(sequence(act, gemm), 2))).steps() == 3);
}

TEST_CASE("a flat operator can be appended to itself") {
    any_operator twice = flat_act;
    twice.append(twice);
    CHECK(twice.steps() == 2);
    CHECK(twice.size() == 8);
    CHECK(traffic(twice).value() == 2 * traffic(act).value());
}

TEST_CASE("a flat operator holds 256 demands and no more") {
    STATIC_CHECK(many(128).size() == 256);
    STATIC_CHECK(many(64).steps() == 64);
    CHECK_THROWS_WITH_AS(many(129), "an any_operator holds at most 256 demands", std::length_error);
    // What overflows apart fits together: a collapsed operator has each resource once.
    CHECK(overlap(many(64)).size() == 2);
    CHECK(traffic(overlap(many(64))).value() == 64 * traffic(gemm).value());
}
