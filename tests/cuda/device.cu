// SPDX-License-Identifier: BSL-1.0
// With --expt-relaxed-constexpr kernels ask like any other function, at compile time and at run time.
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

__global__ void ask(double* answers, std::int64_t tokens) {
    constexpr auto gpu = hw::h100_sxm;
    constexpr auto projection = matmul(tensor<bf16, 64, 4096>{}, tensor<bf16, 4096, 4096>{});
    static_assert(memory_bound(projection, gpu));
    static_assert(min_time(projection, gpu) < 11_us);

    const auto at_run_time = matmul(tensor<bf16, dyn, 4096>{tokens}, tensor<bf16, 4096, 4096>{});
    answers[0] = min_time(projection, gpu).value();
    answers[1] = min_time(at_run_time, gpu).value();
    answers[2] = compute_bound(at_run_time, gpu);
    answers[3] = intensity(rms_norm(tensor<bf16, dyn, 4096>{tokens}, tensor<bf16, 4096>{})).value();
}
