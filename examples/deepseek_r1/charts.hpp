// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "steps.hpp"

#include <roofline/chart.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Rooflines of GB200 with the kernels of a step below them. Kernels without a FLOP have no place there.
namespace deepseek_r1 {

/// Kernels whose dots would cover each other, 15 % apart or less. They are one dot, in the place of the longest.
struct cluster {
    std::vector<kernel_placement> kernels;

    units::intensity intensity() const { return kernels[0].work / kernels[0].traffic; }
    units::performance performance() const { return kernels[0].work / kernels[0].time; }
    bool holds(const kernel_placement& k) const {
        const auto near = [](double ratio) { return ratio < 1.15 && ratio > 1 / 1.15; };
        return near(k.work / k.traffic / intensity()) && near(k.work / k.time / performance());
    }
    chart::point point() const {
        std::string label(kernels[0].name), all;
        if (kernels.size() == 2) label += words(", ", kernels[1].name);
        if (kernels.size() > 2) label += words(" and ", kernels.size() - 1, " more");
        for (const kernel_placement& k : kernels)
            all += words(all.empty() ? "" : "; ", k.name, ", ", k.layers, " runs, ", report::engineering(k.time), ", ",
                         percent(k.share), " of the step");
        return {label, intensity(), performance(), all};
    }
};

/// Points of those kernels of a step that are wanted.
template<class Wanted>
std::vector<chart::point> points_of(const workload& w, Wanted wanted) {
    std::vector<kernel_placement> kernels = merged(placed(w, deployed{}, hw::gb200));
    std::sort(kernels.begin(), kernels.end(),
              [](const auto& a, const auto& b) { return a.time != b.time ? a.time > b.time : a.name < b.name; });
    std::vector<cluster> clusters;
    for (const kernel_placement& k : kernels) {
        if (k.work.value() == 0 || !wanted(k)) continue;
        const auto near = std::find_if(clusters.begin(), clusters.end(), [&](const cluster& c) { return c.holds(k); });
        if (near == clusters.end())
            clusters.push_back({{k}});
        else
            near->kernels.push_back(k);
    }
    std::vector<chart::point> points;
    for (const cluster& c : clusters) points.push_back(c.point());
    return points;
}

inline chart::plot on_gb200(std::string title) {
    chart::plot p(std::move(title),
                  words("DeepSeek-R1 on ", hw::gb200.name, ", ", deployed::name, ": the bound of each kernel"));
    p.roof<matrix_math<fp4>, matrix_math<bf16>, vector_math<fp32>, memory<dram>>(hw::gb200)
        .ridge<matrix_math<fp4>>(hw::gb200)
        .ridge<matrix_math<bf16>>(hw::gb200)
        .performances(1_TFLOPS, 50_PFLOPS);
    return p;
}

inline constexpr std::string_view parts[] = {"attention and its projections", "experts, dense blocks, head",
                                             "norms, activations, conversions"};

/// Which of them a kernel belongs to.
inline std::string_view part_of(std::string_view kernel) {
    for (const std::string_view name :
         {"fused_qkv_a_proj", "q_b_proj", "kv_b_proj", "q_absorb", "attention", "v_absorb", "o_proj"})
        if (kernel == name) return parts[0];
    for (const std::string_view name : {"experts_gate_up", "experts_down", "shared_gate_up", "shared_down",
                                        "gate_up_proj", "down_proj", "router", "lm_head"})
        if (kernel == name) return parts[1];
    return parts[2];
}

/// All kernels of a step.
inline chart::plot chart_of(const workload& w) {
    chart::plot p = on_gb200(title_of(w));
    for (const std::string_view part : parts)
        p.bounds(std::string(part), points_of(w, [&](const kernel_placement& k) { return part_of(k.name) == part; }));
    return p;
}

/// Of each step the kernels that take at least 2 % of its time.
inline chart::plot chart_of(const std::vector<workload>& steps) {
    chart::plot p = on_gb200("What takes 2 % of a step or more");
    for (const workload& w : steps)
        p.bounds(title_of(w), points_of(w, [](const kernel_placement& k) { return k.share >= 0.02; }));
    return p;
}

}  // namespace deepseek_r1
