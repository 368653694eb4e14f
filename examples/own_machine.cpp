// SPDX-License-Identifier: BSL-1.0
// What is not in the catalogue: a machine, a resource, an operator and a number format of one's own, and a table of
// different operators on different machines whose shapes are known at run time only. The Kestrel is invented.

// [machine]
#include <roofline/roofline.hpp>
using namespace roofline;

constexpr auto k1 = machine<"Kestrel K1">(
    ceiling<matrix_math<bf16>>(160_TFLOPS, datasheet("Kestrel K1 brief, page 2")),
    ceiling<matrix_math<fp8>>(320_TFLOPS, datasheet("Kestrel K1 brief, page 2")),
    ceiling<vector_math<fp32>>(9'984_GFLOPS, derived("80 cores x 64 FLOP a clock x 1.95 GHz")),
    unpublished<special_math<special::rsqrt>>(),  // it is there, and nobody says how fast
    ceiling<memory<dram>>(900_GBps, datasheet("Kestrel K1 brief, page 3")),
    capacity<memory<dram>>(48_GB, datasheet("Kestrel K1 brief, page 3")),
    capacity<memory<llc>>(32_MiB, measured("pointer chase, 2026-05")));

static_assert(memory_bound(matmul(tensor<bf16, 64, 4096>{}, tensor<bf16, 4096, 4096>{}), k1));
static_assert(compute_bound(matmul(tensor<bf16, 512, 4096>{}, tensor<bf16, 4096, 4096>{}), k1));
// [/machine]

// [resource]
/// A unit that inflates compressed weights on their way in. Its bytes are those that come out.
struct inflater {
    static constexpr std::string_view name = "inflater";         // what makes it this resource and no other
    static constexpr resource_kind kind = resource_kind::other;  // matrix, vector, special, memory, link, other
    using demand_type = units::traffic;                          // what an operator asks for
    using rate_type = units::bandwidth;                          // what a machine gives
};

constexpr auto k1z = machine<"Kestrel K1z">(
    ceiling<matrix_math<bf16>>(160_TFLOPS, datasheet("Kestrel K1z brief, page 2")),
    ceiling<inflater>(1.4_TBps, datasheet("Kestrel K1z brief, page 2")),
    ceiling<vector_math<fp32>>(9'984_GFLOPS, derived("80 cores x 64 FLOP a clock x 1.95 GHz")),
    unpublished<special_math<special::rsqrt>>(),
    ceiling<memory<dram>>(900_GBps, datasheet("Kestrel K1z brief, page 3")));
// [/resource]

// [operator]
/// (M,K) x (K,N) -> (M,N), where the weight lies in DRAM at `ratio` of its size.
template<class X, class W>
constexpr auto inflating_matmul(X x, W w, double ratio) {
    const auto plain = matmul(x, w);
    const auto y = plain.result();
    return op(demand<matrix_math<bf16>>(work(plain)),                                         // FLOP
              demand<inflater>(weight_footprint(w)),                                          // bytes
              demand<memory<dram>>(footprint(x) + ratio * weight_footprint(w), footprint(y)),  // bytes read, written
              takes(x, w), gives(y));                                                         // so that it chains
}

constexpr auto layer = inflating_matmul(tensor<bf16, 64, 4096>{}, tensor<bf16, 4096, 4096>{}, 0.55);
constexpr auto p = place(layer, k1z);
static_assert(p.limit == resource_of<inflater>);
static_assert(p.time < 24_us && p.utilization<memory<dram>>() < 0.95);
static_assert(!placeable<decltype(layer), decltype(k1)>);  // place(layer, k1) would not compile: no inflater there
// [/operator]

// [format]
struct code5 {  // an element
    static constexpr std::string_view name = "code5";
    static constexpr roofline::storage storage{.bits = 5};
    using math = fp8;  // the kernel widens it to this on load
    using accumulator = fp32;
};
struct q5 : block_scaled<code5, block<32>, fp8_e8m0> {  // 32 of them share a scale of 8 bit
    static constexpr std::string_view name = "q5";
};

static_assert(footprint(tensor<q5, 4096, 4096>{}) == 4096 * 4096 * 5.25_bit);
static_assert(place(matmul(tensor<fp8_e4m3, 1024, 4096>{}, tensor<q5, 4096, 4096>{}), k1).limit ==
              resource_of<matrix_math<fp8>>);
// [/format]

// [any]
#include <roofline/report.hpp>

#include <iostream>
#include <vector>

struct kernel {
    const char* name;
    any_operator cost;
};

std::vector<kernel> kernels(std::int64_t batch) {
    const tensor<bf16, dyn, 4096> x{batch};
    const tensor<bf16, 4096, 4096> weight;
    const auto projection = matmul(x, weight);
    return {{"rms_norm", rms_norm(x, tensor<bf16, 4096>{})},
            {"matmul", projection},
            {"inflating_matmul", inflating_matmul(x, weight, 0.55)},
            {"add", add(x, projection.result())}};
}

int main() {
    using report::align, report::engineering;
    report::table t({{"kernel"}, {"machine"}, {"limit"}, {"FLOP/B", align::right}, {"time", align::right}});
    const std::vector<any_machine> machines{k1, k1z};
    for (const kernel& k : kernels(64)) {
        for (const any_machine& m : machines) {
            try {
                const auto placed = place(k.cost, m);
                t.row({k.name, m.name(), placed.limit.name, engineering(placed.intensity()).bare(),
                       engineering(placed.time)});
            } catch (const unsupported& refusal) {
                t.row({k.name, m.name(), refusal.what(), "", ""});
            }
        }
        t.rule();
    }
    std::cout << report::terminal(t);
}
// [/any]
