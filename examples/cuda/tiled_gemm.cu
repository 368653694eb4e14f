// SPDX-License-Identifier: BSL-1.0
// A tiled matrix product in fp32, and beside it what its tiles are for, proved by the compiler:
//
//     nvcc -std=c++20 -O3 -arch=native -I include examples/cuda/tiled_gemm.cu
#include "device.cuh"

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

#include <string>

using namespace roofline;

constexpr int M = 512, K = 4096, N = 11008;             // what is multiplied: (M,K) x (K,N) -> (M,N)
constexpr int tile_m = 128, tile_n = 128, tile_k = 16;  // what a block of threads holds
constexpr int side = 8;                                 // a thread holds side x side sums
constexpr int threads = tile_m / side * (tile_n / side);

constexpr auto gpu = hw::h100_sxm;
constexpr auto gemm = matmul(tensor<fp32, M, K>{}, tensor<fp32, K, N>{}, on<vector_math<fp32>>);
static_assert(compute_bound(gemm, gpu));
static_assert(min_time(gemm, gpu) < 0.7_ms);

// A block reads its rows and its columns once, and even if all of that comes from DRAM the FLOP take longer.
constexpr auto block_product = matmul(tensor<fp32, tile_m, K>{}, tensor<fp32, K, tile_n>{}, on<vector_math<fp32>>);
static_assert(compute_bound(block_product, gpu), "the cores wait for DRAM: take larger tiles");

// What lies in shared memory, declared without a size told at the launch.
constexpr auto stage = footprint(tensor<fp32, tile_m, tile_k>{}) + footprint(tensor<fp32, tile_k, tile_n>{});
static_assert(stage <= 48_KiB && 2 * stage <= capacity<memory<shared>>(gpu),
              "two blocks do not fit into shared memory");

__global__ void __launch_bounds__(threads) tiled_gemm(const float* x, const float* w, float* y) {
    static_assert(M % tile_m == 0 && N % tile_n == 0 && K % tile_k == 0, "there is no code for tiles at an edge");
    static_assert(threads % 32 == 0 && threads <= 1024);
    __shared__ float x_tile[tile_k][tile_m];  // transposed
    __shared__ float w_tile[tile_k][tile_n];
    struct claims {  // in a kernel nvcc takes calls of the library in a class only, or with --expt-relaxed-constexpr
        static_assert(sizeof(x_tile) + sizeof(w_tile) == stage.value());
    };

    const int row = static_cast<int>(blockIdx.y) * tile_m, column = static_cast<int>(blockIdx.x) * tile_n;
    const int thread = static_cast<int>(threadIdx.x);
    const int my_row = thread / (tile_n / side) * side, my_column = thread % (tile_n / side) * side;
    float sums[side][side] = {};
    for (int k = 0; k < K; k += tile_k) {
        for (int i = thread; i < tile_m * tile_k; i += threads)
            x_tile[i % tile_k][i / tile_k] = x[(row + i / tile_k) * K + k + i % tile_k];
        for (int i = thread; i < tile_k * tile_n; i += threads)
            w_tile[i / tile_n][i % tile_n] = w[(k + i / tile_n) * N + column + i % tile_n];
        __syncthreads();
        for (int l = 0; l < tile_k; ++l)
            for (int i = 0; i < side; ++i)
                for (int j = 0; j < side; ++j) sums[i][j] += x_tile[l][my_row + i] * w_tile[l][my_column + j];
        __syncthreads();
    }
    for (int i = 0; i < side; ++i)
        for (int j = 0; j < side; ++j) y[(row + my_row + i) * N + column + my_column + j] = sums[i][j];
}

/// Row i of the product by the CPU. Small whole numbers are summed exactly in any order.
bool right(int i, const std::vector<float>& x, const std::vector<float>& w, const std::vector<float>& y) {
    std::vector<float> sums(N);
    for (std::size_t k = 0; k < K; ++k)
        for (std::size_t j = 0; j < N; ++j) sums[j] += x[static_cast<std::size_t>(i) * K + k] * w[k * N + j];
    for (std::size_t j = 0; j < N; ++j)
        if (sums[j] != y[static_cast<std::size_t>(i) * N + j]) return false;
    return true;
}

int main() {
    if (!device::present()) {
        std::puts("there is no GPU here: the assertions hold, the kernel did not run");
        return 0;
    }
    std::vector<float> x(std::size_t{M} * K), w(std::size_t{K} * N);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i % 7);
    for (std::size_t i = 0; i < w.size(); ++i) w[i] = static_cast<float>(i % 5);
    const device::array<float> on_gpu_x(x), on_gpu_w(w), on_gpu_y(std::size_t{M} * N);
    const float time = device::seconds([&] {
        tiled_gemm<<<dim3(N / tile_n, M / tile_m), threads>>>(on_gpu_x.data(), on_gpu_w.data(), on_gpu_y.data());
    });
    const std::vector<float> y = on_gpu_y.values();
    for (int i = 0; i < M; i += 73)
        if (!right(i, x, w, y)) {
            std::printf("row %d of the product is wrong\n", i);
            return 1;
        }
    std::printf("right; %.0f us here, at least %.0f us on %s\n", 1e6 * time, 1e6 * min_time(gemm, gpu).value(),
                std::string(gpu.name).c_str());
}
