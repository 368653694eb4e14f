// SPDX-License-Identifier: BSL-1.0
// A verdict beside a kernel.
#include <roofline/roofline.hpp>

using namespace roofline;
using namespace roofline::literals;

constexpr auto q_b = matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>);
static_assert(work(q_b) == 9663676416_FLOP);
static_assert(memory_bound(q_b, hw::gb200));

__global__ void scale(float* x, float factor, int size) {
    const int i = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    if (i < size) x[i] *= factor;
}
