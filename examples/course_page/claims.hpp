// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../common/words.hpp"
#include "machines.hpp"
#include "operators.hpp"

#include <roofline/hardware.hpp>
#include <roofline/hardware/a100_sxm_40gb.hpp>
#include <roofline/report.hpp>

#include <string>
#include <utility>

/// What the page says, what is true, and why. Everything true is computed.
namespace course_page {

using example::words;
using report::engineering, report::significant;

/// "0.34 %"
inline std::string percent(double share, int digits = 3) { return words(significant(100 * share, digits), " %"); }

/// The fastest of 640 bf16 products timed on an A100 80GB SXM4, and the largest of them.
/// Source: aiconfigurator, collected data of sglang 0.5.10.
struct timed {
    std::int64_t m, n, k;
    units::duration time;

    auto product() const {  // (m,k) x (k,n) -> (m,n)
        return matmul(tensor<bf16, dyn, dyn>{m, k}, tensor<bf16, dyn, dyn>{k, n});
    }
    units::performance performance() const { return work(product()) / time; }
};
inline constexpr timed best_timed{3328, 1024, 10240, 254.755_us};
inline constexpr timed largest_timed{32768, 65536, 16384, 275.759_ms};

// [verdicts]
constexpr auto& a100 = hw::a100_sxm_80gb;
static_assert(memory_bound(unfused, page_a100));  // the page: compute-bound
static_assert(memory_bound(unfused, a100));
static_assert(compute_bound(fused, page_a100) && compute_bound(causal_fused, page_a100));
static_assert(first_compute_bound(linear<4096>, page_a100, 1, P) == 169);  // the page: 156
static_assert(rate<vector_math<bf16>>(a100) == 39_TFLOPS);                 // the page: 78
static_assert(!publishes<matrix_math<fp8>, decltype(hw::a100_sxm_80gb)>);  // the page: a ridge at 312 FLOP/B
// [/verdicts]

inline report::table claims() {
    report::table t({{"the page says"}, {"computed"}, {"verdict, and why"}});
    const auto claim = [&](std::string said, std::string computed, std::string why) {
        t.rule().row({std::move(said), std::move(computed), std::move(why)});
    };
    constexpr auto fp16_ridge = ridge<matrix_math<fp16>>(page_a100);
    constexpr auto decode = decode_attention();
    constexpr auto weights = footprint(tensor<fp16, 32, 12 * d, d>{});
    constexpr auto gemm = linear(P);
    const auto needed = [](auto make) { return *first_compute_bound(make, page_a100, 1, P); };
    const auto bound_at = [](units::intensity i) {
        return op(demand<matrix_math<fp16>>(i * 1_GB), demand<memory<dram>>(1_GB));
    };

    claim("CUDA cores: 78 TFLOP/s in fp16 and bf16, 312 in int8; TF32 is 16 times fp32; int4 comes with H100",
          words("fp16 ", engineering(rate<vector_math<fp16>>(a100)), ", bf16 ", engineering(rate<vector_math<bf16>>(a100)),
                "; TF32 is ", significant(rate<matrix_math<tf32>>(a100) / rate<vector_math<fp32>>(a100)),
                " times fp32; int4 ", engineering(rate<matrix_math<i4>>(a100))),
          "four cells wrong: NVIDIA prints no rate of int8 outside tensor cores, and int4 came before the A100 and left "
          "with the H100");
    claim("HBM moves 2 TB/s",
          words(engineering(rate<memory<dram>>(hw::a100_sxm_40gb)), " (40 GB), ",
                engineering(rate<memory<dram>>(hw::a100_pcie_80gb)), " (PCIe, 80 GB), ",
                engineering(rate<memory<dram>>(a100)), " (SXM4, 80 GB)"),
          "rounded: no A100 moves 2 TB/s, and a ridge moves with it");
    claim("ridges: fp8 312, fp16 156, fp32 9.75, fp64 4.85 FLOP/B",
          words("int8 ", engineering(ridge<matrix_math<i8>>(page_a100)).bare(), ", fp16 ", engineering(fp16_ridge).bare(),
                ", fp32 ", engineering(ridge<vector_math<fp32>>(page_a100)).bare(), ", fp64 ",
                engineering(ridge<vector_math<fp64>>(page_a100)), "; of the SXM4 fp16 ",
                engineering(ridge<matrix_math<fp16>>(a100))),
          "right but for a name: 312 is that of int8. The A100 has no fp8, and asking for it does not compile");
    claim("a kernel of 20 FLOP/B is memory-bound in fp16 and compute-bound in fp32",
          words("ridges at ", engineering(fp16_ridge).bare(), " and ", engineering(ridge<vector_math<fp32>>(page_a100))),
          "right");
    claim("prefill attention takes 2 P² d, about 7e10 FLOP a layer",
          words("4 P² d = ", engineering(work(fused)), ", causal ", engineering(work(causal_fused))),
          "the number is right, the formula low by 2: scores and values are a product each");
    claim("unfused prefill attention has P = 2048 FLOP/B and is compute-bound; fusion keeps it on the same ceiling",
          words(engineering(intensity(unfused), 3), ", memory-bound at ", engineering(attainable(unfused, page_a100), 3),
                "; fused ", engineering(intensity(fused)).bare(), ", causal ", engineering(intensity(causal_fused), 5)),
          "wrong: each of the 32 heads writes and reads scores of its own. Only fusion makes it compute-bound");
    claim("decode attention: 1 FLOP/B, 2 TFLOP/s, 0.6 % of the peak",
          words(engineering(intensity(decode)), ", ", engineering(attainable(decode, page_a100)), ", ",
                percent(attainable(decode, page_a100) / rate<matrix_math<fp16>>(page_a100), 2)),
          "right: each byte of the cache is multiplied once");
    claim("the FFN of a decode step takes 24 d² FLOP in two products",
          words("the layer's six take ", engineering(work(layer(1))), " = 24 d²; the FFN's two ",
                engineering(2 * work(linear(1))), " = 16 d²"),
          "mislabelled: 8 d² are the projections of attention. The gated MLP of Llama-2-7B makes it 24.125 d²");
    claim("13 GiB are read per token, 6.5 ms",
          words(report::binary(weights), " = ", engineering(weights, 5), ", ",
                engineering(weights / rate<memory<dram>>(page_a100), 3), "; 13 GiB would take ",
                engineering(13_GiB / rate<memory<dram>>(page_a100), 3)),
          "GiB for GB: the figure is right in units of 1000");
    claim("the batched FFN has B FLOP/B, and B = 156 makes it compute-bound",
          words("at 16 ", engineering(intensity(linear(16))), "; compute-bound from ", needed(linear<4096>), ", ",
                needed(linear<11008>), " or ", needed(linear<16384>), " on (results 4096, 11008, 16384 wide)"),
          "low by 8 to 13: what goes in and what comes out is moved, too");
    claim("the cache of 156 sequences of 4096 tokens takes 312 GiB",
          words(report::binary(footprint(tensor<fp16, 156, 2 * 32, S, d>{}))), "right");
    claim("the prefill GEMM moves 12 P d² values and has P = 2048 FLOP/B",
          words(engineering(traffic(gemm)), ", ", engineering(intensity(gemm), 5), ", compute-bound"),
          "wrong formula, right verdict: P d + 4 d² + 4 P d values, each matrix once");
    claim("H100 over A100: 3.2 times the compute, 1.6 times the bandwidth, 6 times in prefill",
          words(significant(rate<matrix_math<fp16>>(hw::h100_sxm) / rate<matrix_math<fp16>>(a100), 3), ", ",
                significant(rate<memory<dram>>(hw::h100_sxm) / rate<memory<dram>>(a100), 3), "; prefill in fp16 ",
                significant(min_time(gemm, a100) / min_time(gemm, hw::h100_sxm), 3), ", fp8 against fp16 ",
                significant(rate<matrix_math<fp8>>(hw::h100_sxm) / rate<matrix_math<fp16>>(a100), 3)),
          "two right, one wrong: only fp8 is 6 times as fast, and the A100 has none");
    claim("what is memory-bound hits less than 5 % of the peak",
          words(percent(peak_fraction(bound_at(100_FLOPpB), page_a100), 2), " at 100 FLOP/B"),
          words("wrong: anything up to 100 %, left of ", engineering(fp16_ridge)));
    claim("large cuBLAS products hit about 80 %; a measured GEMM lies at 70 to 90 %",
          words(percent(largest_timed.performance() / rate<matrix_math<bf16>>(a100)), " of (32768,16384) x (16384,65536), ",
                percent(best_timed.performance() / rate<matrix_math<bf16>>(a100)), " at best"),
          "right: bf16 on an A100 80GB SXM4, the largest and the fastest of 640 measured products");
    return t;
}

}  // namespace course_page
