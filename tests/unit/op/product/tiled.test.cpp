// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/hardware/mi300x.hpp>
#include <roofline/op/composition.hpp>
#include <roofline/op/product.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr tensor<bf16, 4096, 4096> square;
constexpr auto plain = matmul(square, square);
constexpr auto small = matmul(square, square, tiled<tile<64, 64, 64>>);
constexpr auto large = matmul(square, square, tiled<tile<128, 256, 64>>);
constexpr auto whole = matmul(square, square, tiled<tile<4096, 4096, 4096>>);

template<class Op>
concept in_waves_alone = requires(Op op) { op.tiles(); };

}  // namespace

TEST_CASE("each tile of the result reads its panels") {
    STATIC_CHECK(small.tiles() == 64 * 64);
    STATIC_CHECK(traffic<memory<llc>>(small) == (64 + 64) * footprint(square) + footprint(square));
    STATIC_CHECK(traffic<memory<shared>>(small) == 2 * (64 + 64) * footprint(square));
    STATIC_CHECK(traffic<memory<llc>>(large) == (16 + 32) * footprint(square) + footprint(square));
}

TEST_CASE("the tiles change neither the work nor what DRAM moves") {
    STATIC_CHECK(work(small) == work(plain));
    STATIC_CHECK(traffic(small) == traffic(plain));
    STATIC_CHECK(intensity(small) == intensity(plain));
    STATIC_CHECK(std::is_same_v<decltype(small.result()), decltype(plain.result())>);
}

TEST_CASE("larger tiles move no more through the cache, and one tile no more than DRAM") {
    STATIC_CHECK(traffic<memory<llc>>(large) < traffic<memory<llc>>(small));
    STATIC_CHECK(traffic<memory<llc>>(whole) == traffic(plain));
    STATIC_CHECK(traffic<memory<llc>>(large) >= traffic(plain));
    STATIC_CHECK(traffic<memory<llc>>(matmul(
                     square, square, tiled<tile<std::int64_t{1} << 60, std::int64_t{1} << 60, 64>>)) == traffic(plain));
}

TEST_CASE("incomplete tiles take the time of whole ones and are no work") {
    constexpr auto op = matmul(tensor<bf16, 100, 4096>{}, tensor<bf16, 4096, 1000>{}, tiled<tile<128, 256, 64>>);
    STATIC_CHECK(demand_on<matrix_math<bf16>>(op) == 2.0 * 128 * 1024 * 4096 * 1_FLOP);
    STATIC_CHECK(work(op) == 2.0 * 100 * 1000 * 4096 * 1_FLOP);
    STATIC_CHECK(op.tiles() == 4);
    constexpr auto untiled = matmul(tensor<bf16, 100, 4096>{}, tensor<bf16, 4096, 1000>{});
    STATIC_CHECK(min_time(op, hw::h100_sxm) >= min_time(untiled, hw::h100_sxm));
    // Panels at the edge are not filled up.
    STATIC_CHECK(traffic<memory<shared>>(op) == 2 * (4 * 100 * 4096 + 4096 * 1000) * 2_B);  // 4 panels of x, 1 of w
}

TEST_CASE("a block that tiles cut gives its scale to each") {
    constexpr auto op = matmul(tensor<fp8_tile128, 128, 256>{}, tensor<fp8_block128, 256, 128>{}, tiled<tile<128, 32, 128>>);
    // 1 x 2 blocks of the weight, each in 4 tiles; x is read by 4 tiles; y is in the format of x
    STATIC_CHECK(traffic<memory<llc>>(op) == 4 * footprint(tensor<fp8_tile128, 128, 256>{}) + 256 * 128_B + 4 * 2 * 4_B +
                                                 footprint(tensor<fp8_tile128, 128, 128>{}));
}

TEST_CASE("tiles known at run time, all or some, cost what their static twins do") {
    constexpr auto all = matmul(square, square, tiled<tile<dyn, dyn, dyn>>(128, 256, 64));
    constexpr auto some = matmul(tensor<bf16, dyn, 4096>{4096}, square, tiled<tile<128, dyn, 64>>(256));
    STATIC_CHECK(traffic<memory<llc>>(all) == traffic<memory<llc>>(large));
    STATIC_CHECK(traffic<memory<llc>>(some) == traffic<memory<llc>>(large));
    STATIC_CHECK(traffic<memory<shared>>(any_operator(some)) == traffic<memory<shared>>(large));
    STATIC_CHECK(some.tiles() == large.tiles());
    STATIC_CHECK(std::is_same_v<decltype(some.result()), tensor<bf16, dyn, 4096>>);
}

TEST_CASE("a batch of tiled products is as many") {
    constexpr auto one = matmul(tensor<bf16, 100, 64>{}, tensor<bf16, 64, 48>{}, tiled<tile<64, 32, 32>>);
    constexpr auto five = batched_matmul(tensor<bf16, 5, 100, 64>{}, tensor<bf16, 5, 64, 48>{}, tiled<tile<64, 32, 32>>);
    STATIC_CHECK(five.tiles() == 5 * one.tiles());
    STATIC_CHECK(traffic<memory<llc>>(five) == 5 * traffic<memory<llc>>(one));
    STATIC_CHECK(demand_on<matrix_math<bf16>>(five) == 5 * demand_on<matrix_math<bf16>>(one));
}

TEST_CASE("a tiled product composes like any operator") {
    constexpr auto next = matmul(large.result(), tensor<bf16, 4096, 8>{});
    STATIC_CHECK(fusible<decltype(large), decltype(next)>);
    STATIC_CHECK(traffic(fuse(large, next)) == traffic(fuse(plain, next)));
    STATIC_CHECK(min_time(sequence(large, next), hw::h100_sxm) ==
                 min_time(large, hw::h100_sxm) + min_time(next, hw::h100_sxm));
    const auto rows = matmul(tensor<bf16, dyn, 4096>{7}, square, tiled<tile<128, 256, 64>>);
    CHECK(
        traffic(fuse(rows, matmul(rows.result(), tensor<bf16, 4096, 8>{}))).value() ==
        traffic(fuse(matmul(tensor<bf16, 7, 4096>{}, square), matmul(tensor<bf16, 7, 4096>{}, tensor<bf16, 4096, 8>{})))
            .value());
    STATIC_CHECK(multipliable<decltype(square), decltype(square), decltype(tiled<tile<1, 2, 3>>)>);
    STATIC_CHECK(!multipliable<decltype(square), decltype(square), decltype(tiled<tile<1, 0, 3>>)>);
}

TEST_CASE("the last wave is filled up with padding") {
    constexpr auto waves = in_waves(large, hw::h100_sxm);  // 512 tiles on 132 units: 4 waves of 132
    STATIC_CHECK(demand_on<matrix_math<bf16>>(waves).value() == demand_on<matrix_math<bf16>>(large).value() / 512 * 528);
    STATIC_CHECK(work(waves) == work(large));
    STATIC_CHECK(traffic<memory<llc>>(waves) == traffic<memory<llc>>(large));
    STATIC_CHECK(min_time(waves, hw::h100_sxm) > min_time(large, hw::h100_sxm));
    STATIC_CHECK(!in_waves_alone<decltype(waves)>);
    STATIC_CHECK(demand_on<matrix_math<bf16>>(in_waves(large, any_machine(hw::h100_sxm))) ==
                 demand_on<matrix_math<bf16>>(waves));
    // 264 at a time: 2 waves
    STATIC_CHECK(demand_on<matrix_math<bf16>>(in_waves(large, hw::h100_sxm, tiles_per_unit<2>)) ==
                 demand_on<matrix_math<bf16>>(waves));
    STATIC_CHECK(demand_on<matrix_math<bf16>>(in_waves(large, hw::mi300x, tiles_per_unit<dyn>(1))).value() ==
                 demand_on<matrix_math<bf16>>(large).value() / 512 * 608);
    // One tile keeps one of 132 units busy.
    STATIC_CHECK(demand_on<matrix_math<bf16>>(in_waves(whole, hw::h100_sxm)) == 132 * work(plain));
}

TEST_CASE("tiles and waves at run time refuse in the words of the compiler") {
    CHECK_THROWS_WITH_AS(matmul(square, square, tiled<tile<dyn, 128, 64>>(0)),
                         "a tile of (0,128,64): every extent of a tile is at least 1", shape_error);
    CHECK_THROWS_WITH_AS(matmul(square, square, tiled<tile<128, 128, dyn>>(-1)),
                         "a tile of (128,128,-1): every extent of a tile is at least 1", shape_error);
    CHECK_THROWS_WITH_AS(matmul(tensor<bf16, 4, dyn>{7}, tensor<bf16, 8, 3>{}, tiled<tile<1, 1, 1>>),
                         "matmul of (4,7) x (8,3): the inner extents are 7 and 8 and must be equal", shape_error);
    constexpr auto nameless = machine<"box">(ceiling<memory<dram>>(1_GBps, measured("none")));
    CHECK_THROWS_WITH_AS(in_waves(large, any_machine(nameless)), "box states no compute_units, which in_waves needs",
                         unsupported);
    CHECK_THROWS_WITH_AS(in_waves(large, hw::h100_sxm, tiles_per_unit<dyn>(0)),
                         "tiles_per_unit is 0 and must be at least 1", shape_error);
    STATIC_CHECK(detail::static_tile_fault<tiled_option<tile<0, 128, 64>>>::value.view() ==
                 "a tile of (0,128,64): every extent of a tile is at least 1");
}
