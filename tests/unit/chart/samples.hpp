// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/plot.hpp>
#include <roofline/hardware.hpp>
#include <roofline/roofline.hpp>

#include <cstdint>
#include <string>
#include <vector>

/// Charts that are hard to draw.
namespace samples {

using namespace roofline;
using chart::at;

/// Seven ceilings, of which some are equal and some are near, and dots that lie on each other.
inline chart::plot many_ceilings() {
    constexpr auto& m = hw::a100_sxm_80gb;
    const auto product = [&](std::string name, std::int64_t rows, std::int64_t k, std::int64_t n) {
        return at(name, place(matmul(tensor<bf16, dyn, dyn>{rows, k}, tensor<bf16, dyn, dyn>{k, n}), any_machine(m)));
    };
    chart::plot p("A100 80GB SXM4", "dense peaks");
    p.roof<matrix_math<i8>, matrix_math<bf16>, matrix_math<fp16>, matrix_math<tf32>, matrix_math<fp64>,
           vector_math<fp32>, vector_math<fp64>, memory<dram>>(m)
        .measured_ceiling("bf16 matmul", 255_TFLOPS)
        .ridge<matrix_math<bf16>>(m);
    p.bounds("operators", {product("q_proj decode", 1, 4096, 4096), product("q_proj, batch 64", 64, 4096, 4096),
                           product("q_proj prefill", 2048, 4096, 4096), product("gate_up prefill", 2048, 4096, 11008),
                           product("batch 128", 128, 4096, 4096), product("qk of a head", 128, 128, 128),
                           {"rms_norm", 1_FLOPpB, 2039_GFLOPS}, {"add", 0.1667_FLOPpB, 340_GFLOPS}});
    return p;
}

/// So many series of 49 points, along the roof or below it.
inline chart::plot many_points(int series) {
    constexpr auto& m = hw::a100_pcie_80gb;
    chart::plot p("LLaMA-33B on an A100: speculative decoding", "batch 1 to 64, sequence 128 to 8192");
    p.roof<matrix_math<bf16>, memory<dram>>(m).ridge<matrix_math<bf16>>(m);
    for (int k = 0; k < series; ++k) {
        const int candidates = k == 0 ? 1 : 16 * k;
        std::vector<chart::point> points;
        for (std::int64_t batch = 1; batch <= 64; batch *= 2)
            for (int s = 128; s <= 8192; s *= 2) {
                const auto up = matmul(tensor<bf16, dyn, 6656>{batch * candidates}, tensor<bf16, 6656, 17920>{});
                const auto placed = place(up, any_machine(m));
                const std::string shape = "b = " + std::to_string(batch) + ", s = " + std::to_string(s);
                points.push_back(k % 2 == 0 ? at("", placed, placed.time * (1.1 + s / 8192.0), shape)
                                            : at("", placed, shape));
            }
        const std::string name = candidates == 1 ? "autoregressive" : std::to_string(candidates) + " candidates";
        k % 2 == 0 ? p.measurements(name, points) : p.bounds(name, points);
    }
    return p;
}

/// Two ceilings that are near, two dots far below them.
inline chart::plot two_ceilings() {
    constexpr auto& m = hw::rtx_4090;
    chart::plot p("GPT-2 Large on an RTX 4090");
    p.ceiling("fp16, fp32 accumulate", rate<matrix_math<fp16>>(m))
        .ceiling("fp16, fp16 accumulate", rate<matrix_math<fp16, fp16>>(m))
        .roof<memory<dram>>(m)
        .ridge<matrix_math<fp16>>(m)
        .measurements("baseline", {{"baseline", 1_FLOPpB, 200_GFLOPS, "batch 1"}})
        .measurements("staged", {{"staged", 40_FLOPpB, 700_GFLOPS}});
    return p;
}

/// Many names for one spot.
inline chart::plot one_spot(int points) {
    chart::plot p("one spot");
    p.ceiling("peak", 100_TFLOPS).level("dram", 1_TBps);
    std::vector<chart::point> all;
    for (int i = 0; i < points; ++i) all.push_back({"operator " + std::to_string(i), 100_FLOPpB, 100_TFLOPS});
    return p.bounds("all", all);
}

/// Two machines, with a level more than usual, and long names in two scripts.
inline chart::plot two_machines() {
    chart::plot p("H100 and A100, which have much to say about themselves in a title that does not fit on one line",
                  "屋根 & <Dach> \"roof\"");
    p.roof<matrix_math<bf16>, matrix_math<fp16>, memory<dram>>(hw::h100_sxm)
        .roof<matrix_math<bf16>, memory<dram>>(hw::a100_sxm_80gb)
        .level("llc of the A100", 5_TBps, "A100 80GB SXM4")
        .measured_level("copy", 1.8_TBps, "A100 80GB SXM4")
        .bounds("a series with a name that is longer than what a column of a legend takes, and then some more of it",
                {{"an operator whose name is as long as a sentence and longer than its chart", 10_FLOPpB, 20_TFLOPS}})
        .measurements("演算子", {{"行列積", 300_FLOPpB, 250_TFLOPS}});
    return p;
}

inline std::vector<chart::plot> all() {
    chart::plot points_only("points only");
    points_only.measurements("kernels", {{"a", 1_FLOPpB, 1_GFLOPS}, {"b", 1_FLOPpB, 1_GFLOPS}});
    chart::plot set("axes that are set");
    set.ceiling("peak", 10_TFLOPS).level("dram", 1_TBps);
    set.intensities(2_FLOPpB, 4_FLOPpB).performances(1_TFLOPS, 3_TFLOPS);
    set.bounds("in and out", {{"in", 3_FLOPpB, 2_TFLOPS}, {"out", 30_FLOPpB, 2_TFLOPS}});
    chart::plot vast("everything");
    vast.ceiling("peak", 1e300_FLOPS);
    vast.bounds("ends", {{"low", 1e-300_FLOPpB, 1e-300_FLOPS}, {"high", 1e300_FLOPpB, 1_FLOPS}});
    return {many_ceilings(),  many_points(10), two_ceilings(), one_spot(30), two_machines(), points_only, set, vast,
            chart::plot(""), chart::plot("empty")};
}

}  // namespace samples
