// SPDX-License-Identifier: BSL-1.0
// Recomputes a published roofline report of DeepSeek-R1's kernels on GB200 from their shapes alone, and shows what it
// got wrong. The tables use extents known at run time; the static_asserts prove the verdicts with the same code.

#include "deepseek_r1/report.hpp"

#include <iostream>

using namespace deepseek_r1;

// [q_b_proj]
// (128,1536) x (1536,24576) -> (128,24576)
constexpr auto q_b = matmul(tensor<bf16, 128, 1536>{}, tensor<fp4, 1536, 24576>{}, math<fp4>);

static_assert(work(q_b) == 9663676416_FLOP);
static_assert(traffic(q_b) == 25559040_B);  // the report: 26.1e6
static_assert(ridge<matrix_math<fp4>>(published_gb200) == 1125_FLOPpB);
static_assert(intensity(q_b) < ridge<matrix_math<fp4>>(published_gb200));
static_assert(memory_bound(q_b, published_gb200));  // the report: compute-bound
static_assert(memory_bound(matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>), hw::gb200));
// [/q_b_proj]

// [steps]
constexpr auto token =
    decode(models::deepseek_r1, 128, 1024, recipes::deepseek_r1_nvfp4{}, distinct_experts::expected_uniform);
constexpr auto prompt =
    prefill(models::deepseek_r1, 1, 1024, recipes::deepseek_r1_nvfp4{}, distinct_experts::expected_uniform);

static_assert(memory_bound(token, hw::gb200));
static_assert(memory_bound(prompt, hw::gb200));  // the report: dominated by compute-bound operations
static_assert(!fits(token, hw::gb200));          // 397 GB of weights want three GPUs
// [/steps]

int main(int count, char** values) {
    return example::run("deepseek_r1_gb200", [&] {
        const arguments a = parsed(count, values);
        if (a.help)
            std::cout << usage;
        else if (a.folder)
            example::write(*a.folder, example::files(full_report(a)));
        else if (a.markdown)
            std::cout << report::markdown(overview(a));
        else
            std::cout << report::terminal(overview(a));
    });
}
