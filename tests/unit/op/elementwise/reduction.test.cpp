// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a reduction is one FLOP per element and writes a row as one") {
    constexpr tensor<bf16, 4, 3, 8> x;
    STATIC_CHECK(work(reduction(x)) == 96_FLOP);
    STATIC_CHECK(work(reduction(x, reduce::max)) == 96_FLOP);
    STATIC_CHECK(traffic(reduction(x, reduce::min, out<fp32>)) == 192_B + 48_B);
    STATIC_CHECK(std::is_same_v<decltype(reduction(x).result()), tensor<bf16, 4, 3>>);
    STATIC_CHECK(std::is_same_v<decltype(argmax(x).result()), tensor<i32, 4, 3>>);
    STATIC_CHECK(std::is_same_v<decltype(argmax(tensor<bf16, dyn, 8>{3}, out<i64>).result()), tensor<i64, dyn>>);
    STATIC_CHECK(std::is_same_v<decltype(reduction(tensor<bf16, 8>{}).result()), tensor<bf16>>);
}

TEST_CASE("a scan in order has the fewest additions") {
    STATIC_CHECK(work(scan(tensor<bf16, 2, 8>{})) == 16_FLOP);
    STATIC_CHECK(work(scan(tensor<bf16, 2, 8>{}, work_efficient)) == 2 * (2 * 8 - 1 - 3) * 1_FLOP);
    STATIC_CHECK(work(scan(tensor<bf16, 1024>{}, work_efficient)) == (2 * 1024 - 1 - 10) * 1_FLOP);
    STATIC_CHECK(work(scan(tensor<bf16, dyn>{1}, work_efficient)) == 1_FLOP);
}

TEST_CASE("sampling is a softmax, a scan and a comparison") {
    constexpr tensor<fp32, 4, 8> logits;
    constexpr auto op = sampling(logits);
    STATIC_CHECK(work(op) == work(softmax(logits)) + work(scan(logits)) + 32_FLOP);
    STATIC_CHECK(traffic(op) == 128_B + 16_B);
}
