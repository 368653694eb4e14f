// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/hardware.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a copy, a cast and a transposition move and compute nothing") {
    STATIC_CHECK(traffic(copy(tensor<nvfp4, 2, 32>{})) == 2 * (32_B + 4_B + 4_B));
    STATIC_CHECK(traffic(cast<fp32>(tensor<bf16, 8>{})) == 16_B + 32_B);
    STATIC_CHECK(traffic(transpose(tensor<bf16, 2, 3, 5>{})) == 120_B);
    STATIC_CHECK(std::is_same_v<decltype(transpose(tensor<bf16, 2, 3, 5>{}).result()), tensor<bf16, 2, 5, 3>>);
    STATIC_CHECK(std::is_same_v<decltype(transpose(tensor<bf16, 2, dyn, 5>{3}).result()), tensor<bf16, 2, 5, dyn>>);
    STATIC_CHECK(std::is_same_v<decltype(cast<fp32>(tensor<bf16, 8>{}).result()), tensor<fp32, 8>>);
}

TEST_CASE("what computes nothing is placed, with an intensity, a performance and a share of zero") {
    constexpr auto op = copy(tensor<bf16, 1024, 1024>{});
    constexpr auto placed = place(op, hw::h100_sxm);
    STATIC_CHECK(work(op) == 0_FLOP);
    STATIC_CHECK(intensity(op) == 0_FLOPpB);
    STATIC_CHECK(placed.memory_bound());
    STATIC_CHECK(placed.time == traffic(op) / rate<memory<dram>>(hw::h100_sxm));
    STATIC_CHECK(placed.peak_fraction() == 0);
    STATIC_CHECK(placed.attainable() == 0_FLOPS);
    STATIC_CHECK(placed.intensity() == 0_FLOPpB);
    const auto flat = place(any_operator(op), any_machine(hw::h100_sxm));
    CHECK(flat.time == placed.time);
    CHECK(flat.peak_fraction() == 0);
    CHECK(flat.attainable() == 0_FLOPS);
    CHECK(flat.intensity() == 0_FLOPpB);
}
