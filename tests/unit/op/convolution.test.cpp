// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/op/composition.hpp>
#include <roofline/op/convolution.hpp>
#include <roofline/op/elementwise/add.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {
// The first layer of ResNet-50, and one of its short cuts.
constexpr auto stem = convolution(tensor<bf16, 1, 3, 224, 224>{}, tensor<bf16, 64, 3, 7, 7>{}, stride<2>, padding<3>);
constexpr auto shortcut = convolution(tensor<bf16, 1, 256, 56, 56>{}, tensor<bf16, 512, 256, 1, 1>{}, stride<2>);
}  // namespace

TEST_CASE("a convolution is 2 N Ho Wo Co C Kh Kw FLOP") {
    STATIC_CHECK(work(stem) == 2 * 112 * 112 * 64.0 * 3 * 49 * 1_FLOP);
    STATIC_CHECK(demand_on<matrix_math<bf16>>(stem) == work(stem));
    STATIC_CHECK(traffic(stem) == (3 * 224 * 224 + 64 * 3 * 49 + 64 * 112 * 112) * 2_B);
    STATIC_CHECK(std::is_same_v<decltype(stem.result()), tensor<bf16, 1, 64, 112, 112>>);
}

TEST_CASE("what no window takes is not read") {
    STATIC_CHECK(traffic(shortcut) == (256 * 28 * 28 + 512 * 256 + 512 * 28 * 28) * 2_B);
    // Where blocks share scales all of the input counts.
    constexpr auto scaled = convolution(tensor<mxfp8_e4m3, 1, 1, 64>{}, tensor<bf16, 1, 1, 1>{}, stride<32>, out<bf16>);
    STATIC_CHECK(traffic(scaled) == 66_B + 2_B + 4_B);
}

TEST_CASE("along one axis") {
    constexpr auto op =
        convolution(tensor<bf16, 2, 8, 100>{}, tensor<bf16, 8, 1, 4>{}, groups<8>, padding<3>, on<vector_math<fp32>>);
    STATIC_CHECK(std::is_same_v<decltype(op.result()), tensor<bf16, 2, 8, 103>>);
    STATIC_CHECK(demand_on<vector_math<fp32>>(op) == 2 * 2 * 8 * 103 * 4 * 1_FLOP);
}

TEST_CASE("a convolution of one place is a matmul") {
    constexpr auto op = convolution(tensor<bf16, 5, 32, 1, 1>{}, tensor<nvfp4, 48, 32, 1, 1>{});
    STATIC_CHECK(work(op) == 2 * 5 * 32 * 48 * 1_FLOP);
    STATIC_CHECK(traffic(op) == 5 * 32 * 2_B + weight_footprint(tensor<nvfp4, 32, 48>{}) + 5 * 48 * 2_B);
}

TEST_CASE("what is known at run time costs what its static twin does") {
    constexpr auto all =
        convolution(tensor<bf16, dyn, dyn, dyn, dyn>{1, 3, 224, 224}, tensor<bf16, dyn, dyn, dyn, dyn>{64, 3, 7, 7},
                    stride<dyn>(2), padding<dyn, 3>(3), dilation<1>, groups<dyn>(1));
    STATIC_CHECK(work(all) == work(stem));
    STATIC_CHECK(traffic(all) == traffic(stem));
    constexpr auto batch =
        convolution(tensor<bf16, dyn, 3, 224, 224>{1}, tensor<bf16, 64, 3, 7, 7>{}, stride<2>, padding<3>);
    STATIC_CHECK(std::is_same_v<decltype(batch.result()), tensor<bf16, dyn, 64, 112, 112>>);
    STATIC_CHECK(traffic(any_operator(batch)) == traffic(stem));
}

TEST_CASE("a convolution composes and places like any operator") {
    constexpr auto sum = add(stem.result(), stem.result());
    STATIC_CHECK(traffic(fuse(stem, sum)) == traffic(stem) + traffic(sum) - 2 * footprint(stem.result()));
    constexpr auto next = convolution(stem.result(), tensor<bf16, 64, 64, 1, 1>{}, stride<2>);
    STATIC_CHECK(traffic(fuse(stem, next)) == traffic(stem) + traffic(next) - 1.25 * footprint(stem.result()));
    STATIC_CHECK(memory_bound(stem, hw::h100_sxm));
}

TEST_CASE("what does not fit is refused in the words of the compiler") {
    constexpr tensor<bf16, 1, 6, 8, 8> x;
    constexpr tensor<bf16, 4, 3, 3, 3> w;
    CHECK_THROWS_WITH_AS(
        convolution(x, w, groups<dyn>(1)),
        "convolution of (1,6,8,8) with (4,3,3,3) in 1 group: the weight has 3 channels a group; the input has 6 in all",
        shape_error);
    CHECK_THROWS_WITH_AS(
        convolution(tensor<bf16, 1, 9, 8, 8>{}, w, groups<dyn>(3)),
        "convolution of (1,9,8,8) with (4,3,3,3): the 4 channels of the result do not part into 3 groups", shape_error);
    CHECK_THROWS_WITH_AS(
        convolution(x, w, groups<2>, dilation<dyn>(4)),
        "convolution of (1,6,8,8) with (4,3,3,3): along axis 2 the window spans 9 and the padded input has 8",
        shape_error);
    CHECK_THROWS_WITH_AS(convolution(x, w, groups<2>, stride<dyn, 1>(0)), "stride is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(convolution(x, w, groups<2>, padding<dyn>(-1)), "padding is -1 and must be at least 0",
                         shape_error);
    CHECK_THROWS_WITH_AS(convolution(x, w, groups<dyn>(0)), "groups is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(convolution(tensor<bf16, 1, 3, dyn>{8}, tensor<bf16, 4, 3, 3>{}, dilation<dyn>(0)),
                         "dilation is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(convolution(tensor<fp8, dyn, 1, 1>{std::int64_t{1} << 40}, tensor<fp8, 16384, 1, 1>{}),
                         "convolution of (1099511627776,1,1) with (16384,1,1): the result has more than 2^53 elements",
                         shape_error);
}
