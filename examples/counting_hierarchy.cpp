// SPDX-License-Identifier: BSL-1.0
// What a product moves above DRAM when it is worked through in tiles, what incomplete tiles and waves waste, and what a
// convolution costs; each as an assertion, and a table of one product under several tilings.

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/op/convolution.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>
#include <string>
#include <utility>

using namespace roofline;

namespace tiles {
// [tiled]
constexpr tensor<bf16, 1000, 4096> x;
constexpr tensor<bf16, 4096, 8192> w;
constexpr auto y = matmul(x, w, tiled<tile<128, 256, 64>>);  // (1000,4096) x (4096,8192) -> (1000,8192)
constexpr auto untiled = matmul(x, w);

static_assert(y.tiles() == 8 * 32);
static_assert(traffic<memory<llc>>(y) == 32 * footprint(x) + 8 * footprint(w) + footprint(y.result()));
static_assert(traffic<memory<shared>>(y) == 2 * (32 * footprint(x) + 8 * footprint(w)));  // in and out again
static_assert(demand_on<matrix_math<bf16>>(y) == 2.0 * (8 * 128) * 8192 * 4096 * 1_FLOP);  // 24 rows of padding
static_assert(work(y) == work(untiled) && traffic(y) == traffic(untiled));
// [/tiled]
}  // namespace tiles

namespace waves {
// [waves]
constexpr auto gpu = hw::h100_sxm;                   // 132 compute units
constexpr auto on_gpu = in_waves(tiles::y, gpu);     // 256 tiles: one wave of 132 and one of 124
static_assert(demand_on<matrix_math<bf16>>(on_gpu) == demand_on<matrix_math<bf16>>(tiles::y) * 264 / 256);
static_assert(work(on_gpu) == work(tiles::y));
static_assert(min_time(tiles::untiled, gpu) < min_time(tiles::y, gpu) && min_time(tiles::y, gpu) < min_time(on_gpu, gpu));
// [/waves]
}  // namespace waves

namespace convolutions {
// [convolution]
// The first layer of ResNet-50, (1,3,224,224) -> (1,64,112,112), and a short cut that reads one pixel of four.
constexpr auto stem = convolution(tensor<bf16, 1, 3, 224, 224>{}, tensor<bf16, 64, 3, 7, 7>{}, stride<2>, padding<3>);
static_assert(work(stem) == 2.0 * 112 * 112 * 64 * 3 * 7 * 7 * 1_FLOP);
static_assert(traffic(stem) == (3 * 224 * 224 + 64 * 3 * 7 * 7 + 64 * 112 * 112) * 2_B);

constexpr auto shortcut = convolution(tensor<bf16, 1, 256, 56, 56>{}, tensor<bf16, 512, 256, 1, 1>{}, stride<2>);
static_assert(traffic(shortcut) == (256 * 28 * 28 + 512 * 256 + 512 * 28 * 28) * 2_B);

constexpr auto depthwise = convolution(tensor<bf16, 8, 4096, 2048>{}, tensor<bf16, 4096, 1, 4>{}, groups<4096>, padding<3>,
                                       on<vector_math<fp32>>);
static_assert(work(depthwise) == 2.0 * 8 * 4096 * 2051 * 4 * 1_FLOP);
// [/convolution]
}  // namespace convolutions

int main() {
    using report::align, report::engineering;
    report::table t(
        {{"tile"}, {"tiles", align::right}, {"LLC", align::right}, {"time", align::right}, {"in waves", align::right}});
    constexpr auto any = tiled<tile<dyn, dyn, 64>>;
    for (const auto& [m, n] : {std::pair{64, 64}, {128, 128}, {128, 256}, {256, 256}}) {
        const auto y = matmul(tiles::x, tiles::w, any(m, n));
        t.row({std::to_string(m) + " x " + std::to_string(n), std::to_string(y.tiles()),
               engineering(traffic<memory<llc>>(y)), engineering(min_time(y, waves::gpu)),
               engineering(min_time(in_waves(y, waves::gpu), waves::gpu))});
    }
    std::cout << report::terminal(t);
}
