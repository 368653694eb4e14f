// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

TEST_CASE("a scale for the whole tensor costs a second read unless it is given") {
    constexpr tensor<bf16, 4, 32> x;
    STATIC_CHECK(traffic(quantize<fp8_per_tensor>(x)) == 2 * 256_B + 128_B + 4_B);
    STATIC_CHECK(traffic(quantize<fp8_per_tensor>(x, static_scale)) == 256_B + 128_B + 4_B);
    STATIC_CHECK(work(quantize<fp8_per_tensor>(x)) == 3 * 128_FLOP);
    STATIC_CHECK(work(quantize<fp8_per_tensor>(x, static_scale)) == 2 * 128_FLOP);
    STATIC_CHECK(work(quantize<nvfp4>(x, static_scale)) == 3 * 128_FLOP);  // the maxima of its blocks
    STATIC_CHECK(traffic(quantize<nvfp4>(x)) == 2 * 256_B + 64_B + 8_B + 4_B);
}

TEST_CASE("scales of rows and blocks are found in one read") {
    constexpr tensor<bf16, 4, 32> x;
    STATIC_CHECK(traffic(quantize<fp8_per_row>(x)) == 256_B + 128_B + 16_B);
    STATIC_CHECK(traffic(quantize<mxfp8_e4m3>(x)) == 256_B + 128_B + 4_B);
    STATIC_CHECK(traffic(quantize<mxfp8_e4m3>(tensor<bf16, dyn, 32>{4})) == 256_B + 128_B + 4_B);
    STATIC_CHECK(std::is_same_v<decltype(quantize<mxfp4>(x).result()), tensor<mxfp4, 4, 32>>);
}

TEST_CASE("back again is one product per element") {
    STATIC_CHECK(work(dequantize<bf16>(tensor<nvfp4, 32>{})) == 32_FLOP);
    STATIC_CHECK(traffic(dequantize<bf16>(tensor<nvfp4, 32>{})) == 16_B + 2_B + 4_B + 64_B);
}
