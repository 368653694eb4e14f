// SPDX-License-Identifier: BSL-1.0
// A tiled matrix product, and beside it what its author takes for granted, proved by the compiler. The kernel is plain
// C++ so that it runs anywhere; its shapes and tiles are those of a kernel in fp32 on an A100.

// [beside]
#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/roofline.hpp>
using namespace roofline;

constexpr std::int64_t M = 512, K = 4096, N = 11008;             // what is multiplied
constexpr std::int64_t tile_m = 128, tile_n = 128, tile_k = 32;  // what a block of threads holds

constexpr auto gpu = hw::a100_sxm_80gb;
constexpr auto gemm = matmul(tensor<fp32, M, K>{}, tensor<fp32, K, N>{}, on<vector_math<fp32>>);
static_assert(compute_bound(gemm, gpu));
static_assert(min_time(gemm, gpu) < 2.4_ms);

// One tile of the result, when each of its operands comes from DRAM: 128 x 128 keeps the cores busy, 32 x 32 does not.
constexpr auto one_tile = matmul(tensor<fp32, tile_m, K>{}, tensor<fp32, K, tile_n>{}, on<vector_math<fp32>>);
constexpr auto small_tile = matmul(tensor<fp32, 32, K>{}, tensor<fp32, K, 32>{}, on<vector_math<fp32>>);
static_assert(compute_bound(one_tile, gpu) && memory_bound(small_tile, gpu));

// Two stages of both operands fit into shared memory.
constexpr auto stage = footprint(tensor<fp32, tile_m, tile_k>{}) + footprint(tensor<fp32, tile_k, tile_n>{});
static_assert(2 * stage <= capacity<memory<shared>>(gpu));
// [/beside]

#include <roofline/report.hpp>

#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

/// y = x w, row-major, tile by tile.
void multiply(const float* x, const float* w, float* y, std::int64_t m, std::int64_t k, std::int64_t n) {
    for (std::int64_t i0 = 0; i0 < m; i0 += tile_m)
        for (std::int64_t j0 = 0; j0 < n; j0 += tile_n)
            for (std::int64_t k0 = 0; k0 < k; k0 += tile_k)  // one stage: a tile of x and a tile of w
                for (std::int64_t i = i0; i < i0 + tile_m; ++i)
                    for (std::int64_t l = k0; l < k0 + tile_k; ++l)
                        for (std::int64_t j = j0; j < j0 + tile_n; ++j) y[i * n + j] += x[i * k + l] * w[l * n + j];
}

/// Small whole numbers, whose products and sums are exact in any order.
bool multiplies() {
    constexpr std::int64_t m = 2 * tile_m, k = 2 * tile_k, n = tile_n;
    const auto count = [](std::int64_t a, std::int64_t b) { return static_cast<std::size_t>(a * b); };
    std::vector<float> x(count(m, k)), w(count(k, n)), y(count(m, n));
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i % 7);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = static_cast<float>(i % 5);
    multiply(x.data(), w.data(), y.data(), m, k, n);
    for (std::int64_t i = 0; i < m; ++i)
        for (std::int64_t j = 0; j < n; ++j) {
            float sum = 0;
            for (std::int64_t l = 0; l < k; ++l)
                sum += x[static_cast<std::size_t>(i * k + l)] * w[static_cast<std::size_t>(l * n + j)];
            if (sum != y[static_cast<std::size_t>(i * n + j)]) return false;
        }
    return true;
}

int main() {
    if (!multiplies()) {
        std::cerr << "kernel_beside: the kernel does not multiply\n";
        return 1;
    }
    using report::align, report::engineering, report::significant;
    report::table t({{"product on " + std::string(gpu.name)},
                     {"FLOP/B", align::right},
                     {"ridge", align::right},
                     {"limit"},
                     {"attainable", align::right},
                     {"time", align::right}});
    const auto row = [&](const char* name, const auto& product) {
        const auto p = place(product, gpu);
        t.row({name, engineering(p.intensity()).bare(), engineering(ridge<vector_math<fp32>>(gpu)).bare(),
               p.limit.name, engineering(p.attainable()), engineering(p.time)});
    };
    row("(512,4096) x (4096,11008)", gemm);
    row("one tile of 128 x 128", one_tile);
    row("one tile of 32 x 32", small_tile);
    std::cout << report::terminal(t) << "\nTwo stages take " << report::binary(2 * stage) << " of "
              << report::binary(capacity<memory<shared>>(gpu)) << " of shared memory.\n";
}
