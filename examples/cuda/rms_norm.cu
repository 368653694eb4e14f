// SPDX-License-Identifier: BSL-1.0
// A root-mean-square norm in bf16 that reads its input once, and beside it what that is for, proved by the compiler:
//
//     nvcc -std=c++20 -O3 -arch=native -I include examples/cuda/rms_norm.cu
#include "device.cuh"

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

#include <cuda_bf16.h>

#include <cmath>
#include <string>

using namespace roofline;

constexpr int rows = 8192, H = 4096;  // what is normed: (rows,H), each row by itself
constexpr int threads = 256;          // a block has one row
constexpr int held = H / threads;     // a thread has so many numbers of it, in registers

constexpr auto gpu = hw::h100_sxm;
constexpr auto rms = rms_norm(tensor<bf16, rows, H>{}, tensor<bf16, H>{});
static_assert(memory_bound(rms, gpu));

// The bound counts each number read once and written once, and so does the kernel, because a row stays in registers
// between its two passes.
constexpr auto row = footprint(tensor<bf16, H>{});
static_assert(traffic(rms) == 2 * rows * row + row);
static_assert(min_time(rms, gpu) < 41_us);

__global__ void __launch_bounds__(threads)
    normalize(const __nv_bfloat16* x, const __nv_bfloat16* weight, __nv_bfloat16* y) {
    static_assert(H % threads == 0, "there is no code for numbers left over");
    struct claims {  // in a kernel nvcc takes calls of the library in a class only, or with --expt-relaxed-constexpr
        static_assert(rows >= 8 * compute_units(gpu), "too few blocks: some multiprocessors are idle for long");
    };
    static_assert(held <= 64, "a thread has no registers for so many numbers");
    const std::size_t start = std::size_t{blockIdx.x} * H;
    float values[held];
    float sum = 0;
    for (int i = 0; i < held; ++i) {
        values[i] = __bfloat162float(x[start + threadIdx.x + i * threads]);
        sum += values[i] * values[i];
    }
    for (int lane = 16; lane > 0; lane /= 2) sum += __shfl_xor_sync(0xffffffffu, sum, lane);
    __shared__ float of_warp[threads / 32];
    if (threadIdx.x % 32 == 0) of_warp[threadIdx.x / 32] = sum;
    __syncthreads();
    sum = 0;
    for (int warp = 0; warp < threads / 32; ++warp) sum += of_warp[warp];
    const float scale = rsqrtf(sum / H + 1e-6f);
    for (int i = 0; i < held; ++i) {
        const int column = static_cast<int>(threadIdx.x) + i * threads;
        y[start + column] = __float2bfloat16(values[i] * scale * __bfloat162float(weight[column]));
    }
}

/// Row i by the CPU; bf16 has 8 bits of mantissa.
bool right(int i, const std::vector<__nv_bfloat16>& x, const std::vector<__nv_bfloat16>& weight,
           const std::vector<__nv_bfloat16>& y) {
    const std::size_t start = static_cast<std::size_t>(i) * H;
    double sum = 0;
    for (std::size_t j = 0; j < H; ++j) {
        const double value = __bfloat162float(x[start + j]);
        sum += value * value;
    }
    for (std::size_t j = 0; j < H; ++j) {
        const double expected =
            __bfloat162float(x[start + j]) / std::sqrt(sum / H + 1e-6) * __bfloat162float(weight[j]);
        if (std::abs(__bfloat162float(y[start + j]) - expected) > std::abs(expected) / 128) return false;
    }
    return true;
}

int main() {
    if (!device::present()) {
        std::puts("there is no GPU here: the assertions hold, the kernel did not run");
        return 0;
    }
    std::vector<__nv_bfloat16> x(std::size_t{rows} * H), weight(H);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = __float2bfloat16(static_cast<float>(i % 17) - 8);
    for (std::size_t i = 0; i < weight.size(); ++i) weight[i] = __float2bfloat16(1 + static_cast<float>(i % 3));
    const device::array<__nv_bfloat16> on_gpu_x(x), on_gpu_weight(weight), on_gpu_y(x.size());
    const float time =
        device::seconds([&] { normalize<<<rows, threads>>>(on_gpu_x.data(), on_gpu_weight.data(), on_gpu_y.data()); });
    const std::vector<__nv_bfloat16> y = on_gpu_y.values();
    for (int i = 0; i < rows; i += 73)
        if (!right(i, x, weight, y)) {
            std::printf("row %d of the norm is wrong\n", i);
            return 1;
        }
    std::printf("right; %.1f us here, at least %.1f us on %s\n", 1e6 * time, 1e6 * min_time(rms, gpu).value(),
                std::string(gpu.name).c_str());
}
