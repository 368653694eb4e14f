// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "steps.hpp"

#include <roofline/model.hpp>
#include <roofline/op/experts.hpp>
#include <roofline/report/measured.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What would help, from the bound alone.
namespace deepseek_r1 {

// [opportunities]
/// How much faster a step may get on GB200 by each change, all else as it was.
inline report::table opportunities(const std::vector<workload>& steps) {
    using report::align, report::engineering, report::significant;
    std::vector<report::column> columns{{"change"}};
    for (const workload& w : steps) columns.push_back({title_of(w), align::right});
    report::table t(std::move(columns));
    const auto row = [&](std::string_view change, auto cell_of) {
        std::vector<report::cell> cells{change};
        for (const workload& w : steps) cells.push_back(cell_of(w));
        t.row(std::move(cells));
    };
    const auto now = [](const workload& w) { return placed(w, deployed{}, hw::gb200).time; };
    const auto times = [](double factor) { return words(significant(factor, 3), " x"); };
    const auto recipe = [&](const auto& changed) {
        row(changed.name, [&](const workload& w) { return times(now(w) / placed(w, changed, hw::gb200).time); });
    };

    row(words("as it is: ", deployed::name), [&](const workload& w) { return to_text(engineering(now(w))); });
    t.rule();
    recipe(fp8_cache{});
    recipe(fp8_attention{});
    recipe(nvfp4_attention{});
    recipe(fp8_absorbed{});
    recipe(all_changes{});
    t.rule();
    row("twice the batch, for each token", [&](const workload& w) {
        return times(2 * now(w) / now({w.decoding, 2 * w.batch, w.context}));
    });
    row("two tokens a pass, every guess right", [&](const workload& w) -> std::string {
        if (!w.decoding || w.context < 2) return "";
        const auto pass =
            verify(models::deepseek_r1, w.batch, w.context, 2, deployed{}, distinct_experts::expected_uniform);
        return times(2 * now(w) / min_time(pass, any_machine(hw::gb200)));
    });
    row("GB200 for HGX B200", [&](const workload& w) { return times(placed(w, deployed{}, hw::b200).time / now(w)); });
    return t;
}
// [/opportunities]

/// The kernels that compute binds, and the time of a run above which they are below 70 % of the peak: they have room.
inline report::table kernels_with_room(const workload& w) {
    using report::align, report::engineering;
    report::table t({{"kernel"}, {"limit"}, {"bound of a run", align::right}, {"70 % of the peak", align::right}});
    for (const kernel_placement& k : merged(placed(w, deployed{}, hw::gb200))) {
        const auto each = k.time / static_cast<double>(k.layers);
        if (k.limit.is_compute())
            t.row({k.name, short_name(k.limit), engineering(each), engineering(each / report::good_share_of_peak)});
    }
    return t;
}

}  // namespace deepseek_r1
