// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "machines.hpp"
#include "recipes.hpp"
#include "words.hpp"

#include <roofline/hardware/b200.hpp>
#include <roofline/hardware/gb200.hpp>
#include <roofline/model.hpp>
#include <roofline/op/experts.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// Whole steps of DeepSeek-R1: all kernels of all layers.
namespace deepseek_r1 {

struct workload {
    bool decoding;
    std::int64_t batch;
    std::int64_t context;  // keys that a decode step attends to, tokens of each prompt that is prefilled

    std::int64_t rows() const { return decoding ? batch : batch * context; }
};

inline std::string title_of(const workload& w) {
    return w.decoding ? words("Decode, B = ", w.batch, ", ", w.context, " keys")
                      : words("Prefill, B = ", w.batch, ", S = ", w.context);
}

/// What the tables call a step in the report's own mixture, whichever products it has.
struct as_published_step {
    static constexpr std::string_view name = as_published_prefill::name;
};

// [placed]
/// A step on a machine. How many experts its tokens touch depends on the router: expected_uniform is an estimate.
template<class Recipe, class Experts = decltype(distinct_experts::expected_uniform)>
phase_placement placed(const workload& w, const Recipe& recipe, const any_machine& machine,
                       const Experts& touched = {}) {
    const auto& model = models::deepseek_r1;
    if constexpr (std::is_same_v<Recipe, as_published_step>)
        return w.decoding ? place(decode(model, w.batch, w.context, as_published_decode{}, touched), machine)
                          : place(prefill(model, w.batch, w.context, as_published_prefill{}, touched), machine);
    else
        return w.decoding ? place(decode(model, w.batch, w.context, recipe, touched), machine)
                          : place(prefill(model, w.batch, w.context, recipe, touched), machine);
}
// [/placed]

/// Kernels of one name are one row: dense layers and those with experts share most.
inline std::vector<kernel_placement> merged(const phase_placement& p) {
    std::vector<kernel_placement> rows;
    for (const kernel_placement& k : p) {
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == k.name; });
        if (same == rows.end()) {
            rows.push_back(k);
            continue;
        }
        same->layers += k.layers;
        same->work += k.work;
        same->traffic += k.traffic;
        same->time += k.time;
        same->share += k.share;
    }
    return rows;
}

/// "58.9 %", "< 0.1 %"
inline std::string percent(double share) {
    const double tenths = std::round(1000 * share);
    return tenths < 1 ? "< 0.1 %" : words(report::significant(tenths / 10), " %");
}

/// Tokens a second at the bound.
inline report::quantity_text tokens_a_second(const workload& w, units::duration time) {
    return report::significant(static_cast<double>(w.rows()) / time.value());
}

/// "matrix_math<fp4>" -> "fp4", "memory<dram>" -> "dram", "vector_math<fp32>" -> "vector fp32".
inline std::string short_name(const resource& r) {
    const std::size_t open = r.name.find('<');
    const std::string inner(open == std::string_view::npos ? r.name
                                                           : r.name.substr(open + 1, r.name.size() - open - 2));
    return r.kind == resource_kind::vector ? "vector " + inner : inner;
}

inline const std::vector<any_machine>& machines() {
    static const std::vector<any_machine> all{published_gb200, hw::b200, hw::gb200};
    return all;
}

/// Every kernel of a step on the three machines.
template<class Recipe>
report::table kernel_table(const workload& w, const Recipe& recipe) {
    using report::align, report::engineering;
    std::vector<report::column> columns{
        {"kernel"}, {"runs", align::right}, {"FLOP", align::right}, {"bytes", align::right}, {"FLOP/B", align::right}};
    std::vector<std::vector<kernel_placement>> on;
    for (const any_machine& m : machines()) {
        columns.push_back({words(m.name(), ": time"), align::right});
        columns.push_back({"share", align::right});
        columns.push_back({"limit"});
        on.push_back(merged(placed(w, recipe, m)));
    }
    report::table t(std::move(columns));
    for (std::size_t i = 0; i < on[0].size(); ++i) {
        const kernel_placement& k = on[0][i];
        std::vector<report::cell> cells{k.name, k.layers, engineering(k.work).bare(), engineering(k.traffic).bare(),
                                        engineering(k.work / k.traffic).bare()};
        for (const auto& kernels : on) {
            cells.push_back(engineering(kernels[i].time));
            cells.push_back(percent(kernels[i].share));
            cells.push_back(short_name(kernels[i].limit));
        }
        t.row(std::move(cells));
    }
    return t;
}

/// "12.3 ms, 813 tokens/s. dram binds for 98.1 % of it, bf16 for 1.9 %. Longest: experts_gate_up 41.0 %, ..."
inline std::string bottlenecks(const workload& w, const phase_placement& p) {
    using report::engineering;
    struct share {
        std::string name;
        double of;
    };
    std::vector<share> limits, kernels;
    for (const kernel_placement& k : merged(p)) kernels.push_back({std::string(k.name), k.share});
    for (const kernel_placement& k : p) {
        const std::string name = short_name(k.limit);
        const auto same = std::find_if(limits.begin(), limits.end(), [&](const share& l) { return l.name == name; });
        if (same == limits.end())
            limits.push_back({name, k.share});
        else
            same->of += k.share;
    }
    const auto listed = [](std::vector<share> all, std::size_t most, std::string_view between) {
        std::sort(all.begin(), all.end(),
                  [](const share& a, const share& b) { return a.of != b.of ? a.of > b.of : a.name < b.name; });
        std::string text;
        for (std::size_t i = 0; i < all.size() && i < most; ++i)
            text += words(i == 0 ? "" : ", ", all[i].name, between, percent(all[i].of));
        return text;
    };
    return words(engineering(p.time), ", ", tokens_a_second(w, p.time), " tokens/s. Bound by ",
                 listed(limits, limits.size(), " for "), " of the time. Longest: ", listed(kernels, 4, " "), ".");
}

/// A step in both recipes on the three machines: a bound on its time, and which resource binds for most of it.
inline report::table step_table(const std::vector<workload>& steps) {
    using report::align, report::engineering;
    report::table t({{"step"}, {"recipe"}, {"machine"}, {"time", align::right}, {"tokens/s", align::right}, {"limit"}});
    const auto rows = [&](const workload& w, const auto& recipe, bool first) {
        for (const any_machine& m : machines()) {
            const phase_placement p = placed(w, recipe, m);
            const bool leads = &m == machines().data();
            t.row({first && leads ? title_of(w) : "", leads ? std::string(recipe.name) : "", m.name(),
                   engineering(p.time), tokens_a_second(w, p.time), short_name(p.limit)});
        }
    };
    for (const workload& w : steps) {
        t.rule();
        rows(w, as_published_step{}, true);
        rows(w, deployed{}, false);
    }
    return t;
}

/// The step under the fewest experts that its tokens can touch, the estimate, and the most.
inline report::table expert_table(const std::vector<workload>& steps) {
    using report::align, report::engineering, report::significant;
    report::table t({{"step"},
                     {"fewest", align::right},
                     {"time", align::right},
                     {"estimate", align::right},
                     {"time", align::right},
                     {"most", align::right},
                     {"time", align::right}});
    for (const workload& w : steps) {
        std::vector<report::cell> cells{title_of(w)};
        const auto under = [&](const auto& touched) {
            cells.push_back(significant(touched(256, 8, w.rows())));
            cells.push_back(engineering(placed(w, deployed{}, hw::gb200, touched).time));
        };
        under(distinct_experts::fewest);
        under(distinct_experts::expected_uniform);
        under(distinct_experts::most);
        t.row(std::move(cells));
    }
    return t;
}

/// What a step keeps in memory, beside what one GPU has.
inline report::table memory_table(const std::vector<workload>& steps) {
    using report::align, report::engineering;
    report::table t({{"step"},
                     {"weights", align::right},
                     {"latent cache", align::right},
                     {"GB200 holds", align::right},
                     {"GPUs at least", align::right}});
    for (const workload& w : steps) {
        const auto weights = weight_footprint(models::deepseek_r1, deployed{});
        const auto cache = static_cast<double>(w.batch) * cache_footprint(models::deepseek_r1, deployed{}, w.context);
        const auto holds = capacity<memory<dram>>(hw::gb200);
        t.row({title_of(w), engineering(weights), engineering(cache), engineering(holds),
               static_cast<std::int64_t>(std::ceil((weights + cache) / holds))});
    }
    return t;
}

}  // namespace deepseek_r1
