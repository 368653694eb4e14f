// SPDX-License-Identifier: BSL-1.0
// An operator written as a function of its tensors: it works with extents of either sort, chains and fuses. Then two
// machines that differ in one word, and a bound that is neither compute nor memory.

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>
#include <string>

using namespace roofline;

constexpr auto gpu = hw::h100_sxm;

// [softmax]
/// Over the last axis: (...) -> (...). A maximum, a subtraction, an exponential, a sum and a product for each element.
template<class T, std::int64_t... E>
constexpr auto softmax(const tensor<T, E...>& x) {
    const auto n = elements(x);
    return op(demand<vector_math<fp32>>(4 * n * 1_FLOP),
              demand<special_math<special::exp2>>(n * 1_FLOP),
              demand<memory<dram>>(footprint(x), footprint(x)),  // read, written
              takes(x), gives(x));
}
// [/softmax]

// [chained]
constexpr tensor<bf16, 2048, 128> q, v;
constexpr tensor<bf16, 128, 2048> k;
constexpr auto scores = matmul(q, k);                          // (2048,128) x (128,2048) -> (2048,2048)
constexpr auto shares = softmax(scores.result());              // (2048,2048) -> (2048,2048)
constexpr auto values = matmul(shares.result(), v);            // (2048,2048) x (2048,128) -> (2048,128)
constexpr auto three_kernels = sequence(scores, shares, values);
constexpr auto one_kernel = fuse(scores, shares, values);

static_assert(traffic(one_kernel) == 4 * footprint(q));        // q, k, v and the result: the scores stay on the chip
static_assert(memory_bound(three_kernels, gpu) && compute_bound(one_kernel, gpu));
static_assert(speedup(three_kernels, one_kernel, gpu) > 4);
// [/chained]

// [engine]
// Both compute 8 T exp2/s. On the first a unit of its own does, on the second the vector engine, in time it then lacks.
constexpr auto two_units = machine<"two units">(
    ceiling<vector_math<fp32>>(40_TFLOPS, derived("invented")),
    ceiling<special_math<special::exp2>>(8_TFLOPS, derived("invented")),
    ceiling<memory<dram>>(100_TBps, derived("invented: more than needed")));
constexpr auto one_unit = machine<"one unit">(
    ceiling<vector_math<fp32>>(40_TFLOPS, derived("invented")),
    ceiling<special_math<special::exp2>>(8_TFLOPS, derived("invented"), runs_on<vector_engine>),
    ceiling<memory<dram>>(100_TBps, derived("invented: more than needed")));

static_assert(place(shares, one_unit).limit == resource_of<special_math<special::exp2>>);
static_assert(min_time(shares, one_unit) > 1.7 * min_time(shares, two_units));
// [/engine]

// [energy]
// The board may draw 700 W. A kernel that is said to take 40 mJ cannot be done in less than 57 us, however fast its cores.
constexpr auto hungry = op(demand<matrix_math<bf16>>(10_GFLOP), demand<memory<dram>>(20_MB), demand<board_power>(0.04_J));
static_assert(bound_by<board_power>(hungry, gpu));
static_assert(!compute_bound(hungry, gpu) && !memory_bound(hungry, gpu));
// [/energy]

int main() {
    using report::align, report::engineering;
    report::table t({{"softmax over"}, {"machine"}, {"limit"}, {"time", align::right}});
    const auto rows = [&](std::int64_t batch) {
        const auto cost = softmax(tensor<bf16, dyn, 2048>{batch});
        const auto row = [&](const auto& m) {
            const auto p = place(cost, m);
            t.row({"(" + std::to_string(batch) + ",2048)", m.name, p.limit.name, engineering(p.time)});
        };
        row(gpu);
        row(two_units);
        row(one_unit);
        t.rule();
    };
    rows(1);
    rows(2048);
    std::cout << report::terminal(t);
}
