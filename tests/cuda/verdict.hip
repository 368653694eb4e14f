// SPDX-License-Identifier: BSL-1.0
// A verdict in a kernel for AMD GPUs. clang compiles it without ROCm, which would define __global__.
#include <roofline/hardware/mi300x.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto y = matmul(tensor<bf16, 1, 4096>{}, tensor<bf16, 4096, 4096>{});
static_assert(memory_bound(y, hw::mi300x));

__attribute__((global)) void scale(float* x, float factor) {
    static_assert(compute_bound(matmul(tensor<bf16, 4096, 4096>{}, tensor<bf16, 4096, 4096>{}), hw::mi300x));
    constexpr bool starves = memory_bound(y, hw::mi300x);
    x[0] *= starves ? factor : 1;
}
