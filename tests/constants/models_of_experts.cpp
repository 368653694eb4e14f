// SPDX-License-Identifier: BSL-1.0
#include "constants/phases.hpp"

#include <roofline/models.hpp>

using namespace roofline;
using constants::extents;

namespace {
struct h200 {
    static constexpr const auto& value() { return hw::h200_sxm; }
};
struct gb200 {
    static constexpr const auto& value() { return hw::gb200; }
};
}  // namespace

int main() {
    constants::tally all;
    const constants::compare_phases<h200> h{all};
    h("decode, DeepSeek-R1 in FP8", [](const extents& e) {
        return decode(models::deepseek_r1, e[0], 4000 + e[2], recipes::deepseek_r1_fp8{}, distinct_experts::expected_uniform);
    });
    const constants::compare_phases<gb200> g{all};
    g("decode, DeepSeek-R1 in NVFP4", [](const extents& e) {
        return decode(models::deepseek_r1, 7 * e[0], 1000 + e[2], recipes::deepseek_r1_nvfp4{}, distinct_experts::expected_uniform);
    });
    g("prefill, DeepSeek-R1 in NVFP4", [](const extents& e) {
        return prefill(models::deepseek_r1, e[0] % 3 + 1, 1000 + e[2], recipes::deepseek_r1_nvfp4{}, distinct_experts::most);
    });
    return all.report("models of experts");
}
