// SPDX-License-Identifier: BSL-1.0
// The counting rules, each as an assertion, and a table of what one decode step of a small layer costs by them.

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>
#include <string>

using namespace roofline;

namespace product {
// [matmul]
constexpr auto y = matmul(tensor<bf16, 64, 4096>{}, tensor<int4_g128, 4096, 1024>{});  // (64,4096) x (4096,1024) -> (64,1024)
static_assert(demand_on<matrix_math<bf16>>(y) == 2 * 64 * 4096 * 1024 * 1_FLOP);       // the wider operand's math
static_assert(traffic(y) == 64 * 4096 * 16_bit + 4096 * 1024 * 4.125_bit + 64 * 1024 * 16_bit);
// [/matmul]
}  // namespace product

namespace batch {
// [batched_matmul]
constexpr auto y = batched_matmul(tensor<fp8, 128, 16, 512>{}, tensor<fp8, 128, 512, 64>{});
static_assert(work(y) == 128 * work(matmul(tensor<fp8, 16, 512>{}, tensor<fp8, 512, 64>{})));
static_assert(traffic(y) == 128 * traffic(matmul(tensor<fp8, 16, 512>{}, tensor<fp8, 512, 64>{})));
// [/batched_matmul]
}  // namespace batch

namespace elementwise {
// [elementwise]
constexpr tensor<bf16, 64, 4096> x;
constexpr double values = 64 * 4096;

constexpr auto sum = add(x, x);
static_assert(work(sum) == values * 1_FLOP && traffic(sum) == 3 * footprint(x));

constexpr auto norm = rms_norm(x, tensor<bf16, 4096>{});
static_assert(demand_on<vector_math<fp32>>(norm) == 4 * values * 1_FLOP);
static_assert(demand_on<special_math<special::rsqrt>>(norm) == 64_FLOP);  // one a row
static_assert(traffic(norm) == 2 * footprint(x) + 4096 * 2_B);            // the weight is read, too

constexpr auto gate = silu_and_mul(x);  // (64,4096) -> (64,2048)
static_assert(demand_on<vector_math<fp32>>(gate) == 3 * values / 2 * 1_FLOP);
static_assert(demand_on<special_math<special::exp2>>(gate) == values / 2 * 1_FLOP);
static_assert(demand_on<special_math<special::reciprocal>>(gate) == values / 2 * 1_FLOP);
static_assert(traffic(gate) == 1.5 * footprint(x));
// [/elementwise]
}  // namespace elementwise

namespace composed {
// [composition]
constexpr auto up = matmul(tensor<bf16, 64, 4096>{}, tensor<bf16, 4096, 2048>{});
constexpr auto act = silu_and_mul(up.result());
constexpr auto gpu = hw::h100_sxm;

constexpr auto serial = sequence(up, act);
static_assert(min_time(serial, gpu) == min_time(up, gpu) + min_time(act, gpu));
static_assert(work(serial) == work(up));  // there is matrix work, so that alone is counted

constexpr auto one = fuse(up, act);
static_assert(traffic(one) == traffic(up) + traffic(act) - 2 * footprint(up.result()));

constexpr auto floor_of_both = overlap(up, act);
static_assert(traffic(floor_of_both) == traffic(serial) && min_time(floor_of_both, gpu) <= min_time(serial, gpu));

static_assert(min_time(repeat(up, 32), gpu) == 32 * min_time(up, gpu));
// [/composition]
}  // namespace composed

namespace widths {
// [formats]
static_assert(footprint(tensor<nvfp4, 1, 1024>{}) == 1024 * 4.5_bit + 4_B);  // 16 elements share 8 bit, all share fp32
static_assert(footprint(tensor<mxfp4, 1, 1024>{}) == 1024 * 4.25_bit);
static_assert(footprint(tensor<fp8_block128, 256, 256>{}) == 256 * 256_B + 4 * 4_B);
static_assert(footprint(tensor<tf32, 1, 1024>{}) == 4096_B);
// [/formats]
}  // namespace widths

namespace padding {
// [incomplete]
// 200 x 64 in groups of 128, each with 16 bit: a weight has two groups a column, the second filled up ...
static_assert(weight_footprint(tensor<int4_g128, 200, 64>{}) == 64 * 2 * (128 * 4_bit + 16_bit));
// ... and an activation one group a row.
static_assert(footprint(tensor<int4_g128, 200, 64>{}) == 200 * 1 * (128 * 4_bit + 16_bit));

// One row of 7168 in the scale layout of tensor cores: 128 rows of scales for one row of data.
static_assert(footprint(tensor<nvfp4, 1, 7168>{}) == 3584_B + 448_B + 4_B);
static_assert(footprint(tensor<nvfp4_tiled, 1, 7168>{}) == 3584_B + 128 * 448_B + 4_B);
// [/incomplete]
}  // namespace padding

namespace bounds {
// [bounds]
constexpr auto copy = op(demand<memory<dram>>(80_MB, 80_MB));  // read, written
constexpr auto small_copy = op(demand<memory<dram>>(8_MB, 8_MB), demand<vector_math<fp32>>(1_MFLOP));
constexpr auto cache = capacity<memory<llc>>(hw::h100_sxm);    // 50 MiB

static_assert(min_time(copy, hw::h100_sxm) == 160_MB / rate<memory<dram>>(hw::h100_sxm));
static_assert(min_time(copy, hw::h100_sxm, any_cache) == 2 * (80_MB - cache) / rate<memory<dram>>(hw::h100_sxm));
static_assert(bound_by<memory<dram>>(small_copy, hw::h100_sxm));
static_assert(bound_by<vector_math<fp32>>(small_copy, hw::h100_sxm, any_cache));  // DRAM may have nothing to do
// [/bounds]
}  // namespace bounds

int main() {
    using report::align, report::engineering;
    report::table t({{"operator"}, {"FLOP", align::right}, {"bytes", align::right}, {"FLOP/B", align::right}});
    const auto row = [&](const char* name, const auto& cost) {
        t.row({name, engineering(work(cost)).bare(), engineering(traffic(cost)).bare(),
               engineering(intensity(cost)).bare()});
    };
    row("matmul, bf16 x int4_g128", product::y);
    row("batched_matmul, fp8", batch::y);
    row("add", elementwise::sum);
    row("rms_norm", elementwise::norm);
    row("silu_and_mul", elementwise::gate);
    row("sequence(matmul, silu_and_mul)", composed::serial);
    row("fuse(matmul, silu_and_mul)", composed::one);
    std::cout << report::terminal(t);
}
