// SPDX-License-Identifier: BSL-1.0
// Places run-time matmuls on hw::h100_sxm, in several ways that answer the same: time and limit of each.
//
//   place_cost <way> <placements>     for an instruction counter; place_cost.sh reads it
//   place_cost time                   nanoseconds a placement of every way
//
// The hand-written ways are what one writes without the library: the same formulas in double, an enum for the limit.
// `checked_` refuses the shapes that tensor and matmul refuse.
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

using namespace roofline;

namespace {

struct shape {
    std::int64_t m, k, n;
};

enum class bound { compute, memory };
struct answer {
    double seconds;
    bound limit;
};

// Stores that must happen, one by one.
volatile double seconds_sink;
volatile bool compute_sink;
void consume(const answer& a) {
    seconds_sink = a.seconds;
    compute_sink = a.limit == bound::compute;
}
template<class Placement>
void consume_placement(const Placement& p) {
    seconds_sink = p.time.value();
    compute_sink = p.compute_bound();
}

// Constants, as the rates of a typed machine are.
constexpr double peak = rate<matrix_math<bf16>>(hw::h100_sxm).value();
constexpr double bandwidth = rate<memory<dram>>(hw::h100_sxm).value();

struct counted {
    double flops, bytes;
};
counted count(const shape& s) {
    return {2.0 * static_cast<double>(s.m * s.n) * static_cast<double>(s.k),
            2.0 * static_cast<double>(s.m * s.k + s.k * s.n + s.m * s.n)};
}
answer placed(const counted& c) {
    const double compute = c.flops / peak;
    const double memory = c.bytes / bandwidth;
    return memory > compute ? answer{memory, bound::memory} : answer{compute, bound::compute};
}
void check(std::int64_t rows, std::int64_t columns) {
    if (rows < 1 || columns < 1 || !(static_cast<double>(rows) * static_cast<double>(columns) < 0x1p53)) std::abort();
}

using activation = tensor<bf16, dyn, dyn>;
auto product(const shape& s) { return matmul(activation{s.m, s.k}, activation{s.k, s.n}); }
using matmul_operator = decltype(product(shape{}));

constexpr std::size_t different = 16;  // a power of two; few, since an any_operator takes 5 kB and the cache is not the question

struct inputs {
    std::vector<shape> shapes;
    std::vector<counted> counts;
    std::vector<matmul_operator> typed;
    std::vector<any_operator> flat;
    any_machine machine = hw::h100_sxm;
};

// From prefill, compute-bound, to decode, memory-bound.
inputs made(std::int64_t seed) {
    inputs in;
    for (std::size_t i = 0; i < different; ++i) {
        const auto step = static_cast<std::int64_t>(i);
        in.shapes.push_back({i % 2 == 0 ? seed + step : 2048 * seed + step, 4096 * seed, 1024 * seed + 64 * step});
        in.counts.push_back(count(in.shapes.back()));
        in.typed.push_back(product(in.shapes.back()));
        in.flat.push_back(in.typed.back());
    }
    return in;
}

[[gnu::noinline]] void hand_whole(const inputs& in, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) consume(placed(count(in.shapes[i % different])));
}
[[gnu::noinline]] void checked_whole(const inputs& in, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const shape& s = in.shapes[i % different];
        check(s.m, s.k);
        check(s.k, s.n);
        check(s.m, s.n);
        consume(placed(count(s)));
    }
}
[[gnu::noinline]] void typed_whole(const inputs& in, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) consume_placement(place(product(in.shapes[i % different]), hw::h100_sxm));
}
[[gnu::noinline]] void any_whole(const inputs& in, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) consume_placement(place(any_operator(product(in.shapes[i % different])), in.machine));
}
[[gnu::noinline]] void hand_alone(const inputs& in, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) consume(placed(in.counts[i % different]));
}
[[gnu::noinline]] void typed_alone(const inputs& in, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) consume_placement(place(in.typed[i % different], hw::h100_sxm));
}
[[gnu::noinline]] void any_alone(const inputs& in, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) consume_placement(place(in.flat[i % different], in.machine));
}

struct way {
    std::string_view name;
    void (*run)(const inputs&, std::size_t);
};
constexpr way ways[] = {{"hand_whole", hand_whole},   {"checked_whole", checked_whole}, {"typed_whole", typed_whole},
                        {"any_whole", any_whole},     {"hand_alone", hand_alone},       {"typed_alone", typed_alone},
                        {"any_alone", any_alone}};

// The ways agree, or their costs say nothing.
bool all_agree(const inputs& in) {
    for (std::size_t i = 0; i < different; ++i) {
        const answer by_hand = placed(in.counts[i]);
        const auto typed = place(in.typed[i], hw::h100_sxm);
        const auto flat = place(in.flat[i], in.machine);
        if (typed.time.value() != by_hand.seconds || flat.time.value() != by_hand.seconds ||
            typed.compute_bound() != (by_hand.limit == bound::compute) || flat.compute_bound() != typed.compute_bound())
            return false;
    }
    return true;
}

void print_times(const inputs& in) {
    using clock = std::chrono::steady_clock;
    double best[std::size(ways)];
    for (double& b : best) b = 1e300;
    // In turn, the fastest of many short runs: other programs only ever slow one down.
    for (int round = 0; round < 300; ++round)
        for (std::size_t i = 0; i < std::size(ways); ++i) {
            const std::size_t n = ways[i].name.substr(0, 3) == "any" ? 500 : 10000;
            const auto start = clock::now();
            ways[i].run(in, n);
            const double each = std::chrono::duration<double, std::nano>(clock::now() - start).count() / static_cast<double>(n);
            if (each < best[i]) best[i] = each;
        }
    for (std::size_t i = 0; i < std::size(ways); ++i)
        std::printf("%.*s %.3f\n", static_cast<int>(ways[i].name.size()), ways[i].name.data(), best[i]);
}

}  // namespace

int main(int argc, char** argv) {
    const inputs in = made(argc > 0 ? 1 : 2);
    if (!all_agree(in)) {
        std::fputs("the hand-written placements differ from the library's\n", stderr);
        return 1;
    }
    const std::string_view asked = argc > 1 ? argv[1] : "";
    if (asked == "time") {
        print_times(in);
        return 0;
    }
    for (const way& w : ways)
        if (w.name == asked && argc == 3) {
            w.run(in, std::strtoull(argv[2], nullptr, 10));
            return 0;
        }
    std::fputs("place_cost <way> <placements> | place_cost time\n", stderr);
    return 2;
}
