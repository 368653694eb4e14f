// SPDX-License-Identifier: BSL-1.0
// A verdict beside a kernel.
#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/hardware/gb200.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;
using namespace roofline::literals;

constexpr auto q_b = matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>);
static_assert(work(q_b) == 9663676416_FLOP);
static_assert(memory_bound(q_b, hw::gb200));

constexpr tensor<bf16, 1, 2048, 32, 128> q;
static_assert(intensity(attention(q, q, q, causal)) == 512.25_FLOPpB);
static_assert(work(attention(q, q, q, causal, blocks<128, 128>)) == work(verify(q, q, q)));

// In the body of a kernel nvcc takes calls of the library, without a flag, where they are no part of the body: in a class
// and in a requirement. What was computed outside may be used anywhere.
constexpr bool starves = memory_bound(q_b, hw::gb200);

template<int tokens>
    requires(tokens <= 512)
__global__ void scale(float* x, float factor, int size) {
    static_assert(starves);
    static_assert(requires { requires memory_bound(q_b, hw::gb200); });
    struct claims {
        static_assert(memory_bound(q_b, hw::gb200));
        static_assert(tokens * footprint(tensor<bf16, 1536>{}) <= capacity<memory<llc>>(hw::gb200));
    };
    const int i = static_cast<int>(blockIdx.x * blockDim.x + threadIdx.x);
    if (i < size) x[i] *= factor;
}
template __global__ void scale<128>(float*, float, int);

// The flat types convert and place here, too: nvcc deduces no string template argument, so nothing may ask it to.
constexpr any_machine any_gb200 = hw::gb200;
static_assert(min_time(any_operator(q_b), any_gb200) == min_time(q_b, hw::gb200));
static_assert(!placeable<decltype(q_b), decltype(hw::a100_sxm_80gb)>);

/// Asked at run time, in host code.
double seconds_of_q_b(long batch) {
    return min_time(matmul(tensor<nvfp4, dyn, 1536>{batch}, tensor<nvfp4, 1536, 24576>{}, out<bf16>), hw::gb200).value();
}
