// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/tensor.hpp>
#include <roofline/units/literals.hpp>

#include <cstdint>
#include <limits>
#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr std::int64_t two_to_53 = 9007199254740992;
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

}  // namespace

TEST_CASE("a tensor has any rank, and a scalar has rank 0") {
    STATIC_CHECK(elements(tensor<bf16>{}) == 1);
    STATIC_CHECK(elements(tensor<bf16, 5>{}) == 5);
    STATIC_CHECK(elements(tensor<bf16, 5, 7>{}) == 35);
    STATIC_CHECK(elements(tensor<bf16, 5, 7, 2>{}) == 70);
    STATIC_CHECK(elements(tensor<bf16, 5, 7, 2, 3>{}) == 210);
    STATIC_CHECK(elements(tensor<bf16, 5, 7, 2, 3, 1>{}) == 210);
    STATIC_CHECK(elements(tensor<bf16, 5, 7, 2, 3, 1, 11>{}) == 2310);
}

TEST_CASE("a tensor with run-time extents counts as its static twin") {
    STATIC_CHECK(elements(tensor<bf16, dyn>{5}) == 5);
    STATIC_CHECK(elements(tensor<bf16, dyn, 7>{5}) == 35);
    STATIC_CHECK(elements(tensor<bf16, 5, dyn>{7}) == 35);
    STATIC_CHECK(elements(tensor<bf16, dyn, dyn>{5, 7}) == 35);
    STATIC_CHECK(elements(tensor<bf16, dyn, 7, dyn>{5, 2}) == 70);
    STATIC_CHECK(elements(tensor<bf16, dyn, dyn, dyn, dyn, dyn, dyn>{5, 7, 2, 3, 1, 11}) == 2310);
}

TEST_CASE("run-time extents are given in the order of the dyns") {
    constexpr tensor<bf16, dyn, 7, dyn> x{5, 2};
    STATIC_CHECK(x.extents[0] == 5);
    STATIC_CHECK(x.extents[1] == 7);
    STATIC_CHECK(x.extents[2] == 2);
}

TEST_CASE("a run-time extent is any integer type") {
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{static_cast<signed char>(5)}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{static_cast<unsigned char>(200)}) == 600);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{static_cast<short>(5)}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{static_cast<unsigned short>(65535)}) == 196605);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{5}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{5U}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{5L}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{5UL}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{5LL}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, 3>{5ULL}) == 15);
    STATIC_CHECK(elements(tensor<bf16, dyn, dyn>{std::size_t{5}, std::int8_t{3}}) == 15);
}

TEST_CASE("a tensor of static extents stores nothing") {
    STATIC_CHECK(std::is_empty_v<tensor<nvfp4, 1536, 24576>>);
    STATIC_CHECK(std::is_empty_v<tensor<bf16>>);
    STATIC_CHECK(sizeof(tensor<bf16, dyn, 7>) == 2 * sizeof(std::int64_t));
}

TEST_CASE("the footprint of sub-byte elements is exact to the bit") {
    STATIC_CHECK(footprint(tensor<i4, 3>{}) == 12_bit);
    STATIC_CHECK(footprint(tensor<i1, 7>{}) == 7_bit);
    STATIC_CHECK(footprint(tensor<fp6_e3m2, 3>{}) == 18_bit);
    STATIC_CHECK(footprint(tensor<fp4_e2m1, 5, 3>{}) == 60_bit);
    STATIC_CHECK(footprint(tensor<i4, dyn>{3}) == 12_bit);
    STATIC_CHECK(footprint(tensor<fp6_e3m2, dyn>{3}) == 18_bit);
}

TEST_CASE("the footprint of a scalar is that of its format") {
    STATIC_CHECK(footprint(tensor<bf16>{}) == 2_B);
    STATIC_CHECK(footprint(tensor<fp64>{}) == 8_B);
    STATIC_CHECK(footprint(tensor<i1>{}) == 1_bit);
    STATIC_CHECK(footprint(tensor<mxfp4>{}) == 17_B);  // a block of 32, whole
}

TEST_CASE("the footprint counts the same for the tensors of the design") {
    STATIC_CHECK(footprint(tensor<nvfp4, 128, 1536>{}) == 98304_B + 12288_B + 4_B);
    STATIC_CHECK(footprint(tensor<bf16, dyn, 512>{4}) == 4_KiB);
    STATIC_CHECK(elements(tensor<nvfp4, 1536, 24576>{}) == 37748736);
}

TEST_CASE("a tensor of 2^53 elements is counted exactly, in one extent or in several") {
    STATIC_CHECK(elements(tensor<i1, two_to_53>{}) == two_to_53);
    STATIC_CHECK(elements(tensor<fp64, 67108864, 134217728>{}) == two_to_53);
    STATIC_CHECK(footprint(tensor<i1, two_to_53>{}).value() == 1125899906842624.0);
    STATIC_CHECK(footprint(tensor<fp64, two_to_53>{}).value() == 72057594037927936.0);
    STATIC_CHECK(elements(tensor<i1, two_to_53 - 1>{}) == two_to_53 - 1);
    STATIC_CHECK(footprint(tensor<fp8, two_to_53 - 1>{}).value() == 9007199254740991.0);
    STATIC_CHECK(elements(tensor<i1, dyn>{two_to_53}) == two_to_53);
    STATIC_CHECK(elements(tensor<i1, dyn, dyn>{std::int64_t{1} << 26, std::int64_t{1} << 27}) == two_to_53);
    STATIC_CHECK(elements(tensor<i1, dyn, 3>{3002399751580330}) == two_to_53 - 2);
}

TEST_CASE("one element more than 2^53 is too many, though a double cannot tell") {
    using line = tensor<i1, dyn>;
    CHECK_THROWS_WITH_AS(line{two_to_53 + 1}, "a tensor of i1 and extents (9007199254740993) has more than 2^53 elements",
                         shape_error);
    // 3 x 3002399751580331 = 2^53 + 1
    using thirds = tensor<bf16, dyn, 3>;
    CHECK_THROWS_WITH_AS(thirds{3002399751580331},
                         "a tensor of bf16 and extents (3002399751580331,3) has more than 2^53 elements", shape_error);
    CHECK_THROWS_AS(line{two_to_53 + 2}, shape_error);
}

TEST_CASE("the static check of 2^53 is as sharp as the dynamic one") {
    // 3 x 3002399751580331 = 2^53 + 1: one too many. The concept is what the constructor refuses by.
    STATIC_CHECK(detail::sound_tensor<i1, two_to_53>);
    STATIC_CHECK(!detail::sound_tensor<i1, two_to_53 + 1>);
    STATIC_CHECK(detail::sound_tensor<i1, 3, 3002399751580330>);
    STATIC_CHECK(!detail::sound_tensor<i1, 3, 3002399751580331>);
}

TEST_CASE("products far beyond 2^53 do not wrap") {
    using cube = tensor<bf16, dyn, dyn, dyn>;
    CHECK_THROWS_WITH_AS((cube{std::int64_t{1} << 32, std::int64_t{1} << 32, 1}),
                         "a tensor of bf16 and extents (4294967296,4294967296,1) has more than 2^53 elements", shape_error);
    CHECK_THROWS_AS((cube{most, most, most}), shape_error);
    CHECK_THROWS_WITH_AS((cube{most, 1, 1}),
                         "a tensor of bf16 and extents (9223372036854775807,1,1) has more than 2^53 elements", shape_error);
}

TEST_CASE("an unsigned extent beyond the signed range is too large and not negative") {
    using line = tensor<bf16, dyn>;
    CHECK_THROWS_WITH_AS(line{std::numeric_limits<std::uint64_t>::max()},
                         "a tensor of bf16 and extents (9223372036854775807) has more than 2^53 elements", shape_error);
    CHECK_THROWS_AS(line{std::uint64_t{1} << 63}, shape_error);
}

TEST_CASE("an extent of zero or less is refused by name, wherever it stands") {
    using line = tensor<bf16, dyn>;
    using plane = tensor<nvfp4, dyn, dyn>;
    using mixed = tensor<fp8_e4m3, 128, dyn>;
    CHECK_THROWS_WITH_AS(line{0}, "a tensor of bf16 has extent 0 on axis 0; every extent is at least 1", shape_error);
    CHECK_THROWS_WITH_AS(line{-5}, "a tensor of bf16 has extent -5 on axis 0; every extent is at least 1", shape_error);
    CHECK_THROWS_WITH_AS((plane{4, 0}), "a tensor of nvfp4 has extent 0 on axis 1; every extent is at least 1", shape_error);
    CHECK_THROWS_WITH_AS((plane{-1, -2}), "a tensor of nvfp4 has extent -1 on axis 0; every extent is at least 1",
                         shape_error);
    CHECK_THROWS_WITH_AS(mixed{0U}, "a tensor of fp8_e4m3 has extent 0 on axis 1; every extent is at least 1", shape_error);
    // Two negative extents have a positive product.
    CHECK_THROWS_AS((plane{-1, -1}), shape_error);
    // The value that marks a dyn in the type is a negative extent like any other.
    CHECK_THROWS_WITH_AS(line{dyn}, "a tensor of bf16 has extent -9223372036854775808 on axis 0; every extent is at least 1",
                         shape_error);
}

TEST_CASE("a negative extent is reported before the count") {
    using plane = tensor<bf16, dyn, dyn>;
    CHECK_THROWS_WITH_AS((plane{most, -1}), "a tensor of bf16 has extent -1 on axis 1; every extent is at least 1", shape_error);
}

TEST_CASE("padding that makes a tensor too large to count in bits is an error and no wrap") {
    // 2^53 rows of one element in squares of 128 x 128: 2^46 squares of 2^17 bit
    CHECK_THROWS_WITH_AS(footprint(tensor<fp8_block128, dyn, 1>{two_to_53}),
                         "a tensor with its scales and padding takes 2^60 bit or more", shape_error);
    CHECK_THROWS_AS(footprint(tensor<nvfp4_tiled, dyn, 1, 1>{two_to_53}), shape_error);
}
