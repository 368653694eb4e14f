// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/query/place.hpp>
#include <roofline/query/resident.hpp>
#include <roofline/report/document.hpp>
#include <roofline/report/flat_quantity.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// The derivation of a placement, as a student would write it down.
namespace roofline::inline ROOFLINE_ABI::report {

namespace detail {

struct assumed {
    std::string_view name;
    std::string_view meaning;
    bool uses_cache;
    std::vector<double> left;  // of each demand in order, after what the assumption takes off
};

/// One demand of one step, divided.
struct division {
    const any_operator::entry* demand;
    const any_machine::ceiling* by;
    double left;     // of the demand, after the assumption
    double seconds;  // of one launch; 0 where the rate is unpublished

    const resource& what() const { return *demand->what; }
    bool published() const { return by->rate > 0; }
    std::uint64_t engine() const { return by->what.engine; }
};

struct step_division {
    std::vector<division> list;
    double times = 1;
    double seconds = 0;   // of the busiest engine
    std::string binding;  // who is on it

    const division* find(const resource& r) const {
        for (const division& d : list)
            if (d.what() == r) return &d;
        return nullptr;
    }
    double busy(std::uint64_t engine) const {
        double sum = 0;
        for (const division& d : list)
            if (d.published() && d.engine() == engine) sum += d.seconds;
        return sum;
    }
    /// "matrix_math<bf16> and matrix_math<fp8>"
    std::string on(std::uint64_t engine) const {
        std::string names;
        for (const division& d : list)
            if (d.published() && d.engine() == engine) names.append(names.empty() ? "" : " and ").append(d.what().name);
        return names;
    }
};

inline std::string text_of(const quantity_text& q) { return to_text(q); }
inline std::string text_of(units::duration t) { return to_text(engineering(t)); }
inline std::string seconds_text(double t) { return text_of(units::duration::from_value(t)); }
inline std::string percent(double share) { return to_text(significant(100 * share, 3)) + " %"; }

/// The rules of place(), one step at a time. What place() refuses does not come here.
inline std::vector<step_division> divided(const any_operator& op, const any_machine& m, const assumed& a) {
    std::vector<step_division> steps(static_cast<std::size_t>(op.steps()));
    const double* left = a.left.data();
    for (const any_operator::entry& e : op) {
        step_division& step = steps[static_cast<std::size_t>(e.step)];
        const any_machine::ceiling* by = m.find(e.what->id);
        step.times = e.times;
        step.list.push_back({&e, by, *left, by->rate > 0 ? *left / by->rate : 0});
        ++left;
    }
    for (step_division& step : steps) {
        for (const division& d : step.list)
            if (d.published()) step.seconds = (std::max)(step.seconds, step.busy(d.engine()));
        const division* first = nullptr;  // at a tie compute binds
        for (const division& d : step.list)
            if (d.published() && step.busy(d.engine()) == step.seconds &&
                (first == nullptr || roofline::detail::before(d.what(), first->what())))
                first = &d;
        step.binding = step.on(first->engine());
    }
    return steps;
}

inline std::string parts_of(const division& d) {
    const amount& a = d.demand->amount;
    const resource& what = d.what();
    if (what.is_memory())
        return text_of(amount_text(what, a.read())) + " read, " + text_of(amount_text(what, a.written())) + " written";
    if (what.is_compute() && a.part > 0) return text_of(amount_text(what, a.part)) + " of it padding";
    return "";
}

/// demand / ceiling = time, and on which side of the ridge it lies.
inline table division_table(const step_division& step, const assumed& a) {
    std::vector<column> columns{{"resource"}, {"demand", align::right}, {"of which"}};
    if (a.uses_cache) columns.push_back({"under " + std::string(a.name), align::right});
    for (const char* header : {"/ ceiling", "= time", "FLOP/B", "ridge"}) columns.push_back({header, align::right});
    table t(std::move(columns));

    const division* moved = step.find(resource_of<memory<dram>>);
    const bool ridges = moved != nullptr && moved->published() && moved->left > 0;
    for (const division& d : step.list) {
        std::vector<cell> row{std::string(d.what().name), amount_text(d.what(), d.demand->amount.total), parts_of(d)};
        if (a.uses_cache) row.push_back(amount_text(d.what(), d.left));
        row.push_back(d.published() ? cell(rate_text(d.what(), d.by->rate)) : cell("unpublished"));
        row.push_back(d.published() ? cell(units::duration::from_value(d.seconds)) : cell(""));
        const bool has_ridge = ridges && d.what().is_compute() && d.published();
        row.push_back(has_ridge ? cell(significant(d.left / moved->left)) : cell(""));
        row.push_back(has_ridge ? cell(significant(d.by->rate / moved->by->rate)) : cell(""));
        t.row(std::move(row));
    }
    return t;
}

/// "A and B share an engine, which takes 1 us + 2 us = 3 us." for each engine that several resources use.
inline void tell_shared_engines(document& d, const step_division& step) {
    for (std::size_t i = 0; i < step.list.size(); ++i) {
        const division& one = step.list[i];
        bool told = !one.published();
        for (std::size_t j = 0; j < i; ++j)
            told = told || (step.list[j].published() && step.list[j].engine() == one.engine());
        if (told || step.on(one.engine()) == one.what().name) continue;
        std::string sum;
        for (const division& other : step.list)
            if (other.published() && other.engine() == one.engine())
                sum.append(sum.empty() ? "" : " + ").append(seconds_text(other.seconds));
        d.paragraph(step.on(one.engine()) + " share an engine, so their times add up: " + sum + " = " +
                    seconds_text(step.busy(one.engine())) + ". The longest of them names the bound.");
    }
}

/// The compute resource that takes longest, against the bytes.
inline void tell_ridge(document& d, const step_division& step) {
    const division* moved = step.find(resource_of<memory<dram>>);
    const division* longest = nullptr;
    for (const division& one : step.list)
        if (one.what().is_compute() && one.published() && (longest == nullptr || one.seconds > longest->seconds))
            longest = &one;
    if (moved == nullptr || !moved->published() || !(moved->left > 0) || longest == nullptr) return;
    const double intensity = longest->left / moved->left;
    const double ridge = longest->by->rate / moved->by->rate;
    const std::string side = longest->seconds < moved->seconds   ? "below the ridge, and the bytes take longer"
                             : longest->seconds > moved->seconds ? "above the ridge, and the operations take longer"
                                                                 : "at the ridge, where both take equally long";
    const auto text = [](double x) { return text_of(engineering(units::intensity::from_value(x))); };
    d.paragraph("Ridge point of " + std::string(longest->what().name) +
                " over memory<dram>: " + text_of(rate_text(longest->what(), longest->by->rate)) + " / " +
                text_of(rate_text(moved->what(), moved->by->rate)) + " = " + text(ridge) + ". This step has " +
                text_of(amount_text(longest->what(), longest->left)) + " / " +
                text_of(amount_text(moved->what(), moved->left)) + " = " + text(intensity) + ": " + side + ".");
}

inline void tell_step(document& d, const step_division& step, const assumed& a) {
    d.table(division_table(step, a));
    tell_shared_engines(d, step);
    d.paragraph("The bound is the longest time: " + step.binding + ", " + seconds_text(step.seconds) + ".");
    tell_ridge(d, step);
}

inline void tell_sum(document& d, const std::vector<step_division>& steps, const any_placement& p) {
    table t({{"step", align::right},
             {"bound by"},
             {"one launch", align::right},
             {"launches", align::right},
             {"time", align::right},
             {"share", align::right}});
    int number = 0;
    for (const step_division& step : steps) {
        const double all = step.times * step.seconds;
        t.row({++number, step.binding, units::duration::from_value(step.seconds), significant(step.times, 17),
               units::duration::from_value(all), p.time.value() > 0 ? percent(all / p.time.value()) : std::string()});
    }
    d.heading("The sum of the steps");
    d.table(std::move(t));
}

inline void tell_answer(document& d, const any_operator& op, const any_placement& p, bool composite) {
    d.heading("The answer");
    std::string text = "Time at least " + text_of(p.time) + "; " + std::string(p.limit.name) +
                       (composite ? " binds the largest share of it." : " binds.");
    const double flops = p.work().value();
    if (flops > 0 && p.time.value() > 0)
        text += " Attainable: " + text_of(engineering(p.work())) + " / " + text_of(p.time) + " = " +
                text_of(engineering(p.attainable())) + ", which keeps the compute engine " +
                percent(p.peak_fraction()) + " busy.";
    double bytes = 0;
    for (const any_operator::entry& e : op)
        if (*e.what == resource_of<memory<dram>>) bytes += e.times * e.amount.total;
    if (flops > 0 && bytes > 0)
        text += " Intensity: " + text_of(engineering(p.work())) + " / " +
                text_of(engineering(units::traffic::from_value(bytes))) + " = " +
                text_of(engineering(units::intensity::from_value(flops / bytes))) + ".";
    d.paragraph(std::move(text));
}

inline void tell_assumption(document& d, const any_machine& m, const assumed& a) {
    std::string text = "Assumed of the caches: " + std::string(a.name) + ", that is, " + std::string(a.meaning) + ".";
    if (a.uses_cache)
        text +=
            " The last-level cache holds " + text_of(engineering(units::traffic::from_value(m.cache_bytes()))) + ".";
    d.paragraph(std::move(text));
}

inline void tell_unpublished(document& d, const any_machine& m, const any_placement& p) {
    if (p.unpublished.empty()) {
        d.paragraph("Every resource that is demanded has a published ceiling.");
        return;
    }
    std::string names;
    for (const resource& r : p.unpublished) names.append(names.empty() ? "" : ", ").append(r.name);
    d.paragraph("Unpublished on " + std::string(m.name()) + ", so that it limits nothing here: " + names +
                ". The true bound may be higher.");
}

inline void tell_sources(document& d, const std::vector<step_division>& steps) {
    table t({{"ceiling"}, {"rate", align::right}, {"known from"}, {"source"}});
    std::vector<std::uint64_t> told;
    for (const step_division& step : steps)
        for (const division& one : step.list) {
            if (!one.published() || std::find(told.begin(), told.end(), one.what().id) != told.end()) continue;
            told.push_back(one.what().id);
            t.row({std::string(one.what().name), rate_text(one.what(), one.by->rate), name_of(one.by->source.kind),
                   one.by->source.source()});
        }
    d.heading("Where the ceilings are from");
    d.table(std::move(t));
}

inline document explained(const any_operator& op, const any_machine& m, const any_placement& p, const assumed& a,
                          std::string_view name) {
    const std::vector<step_division> steps = divided(op, m, a);
    const bool composite = steps.size() > 1 || steps[0].times > 1;
    document d;
    d.title(std::string(name) + " on " + std::string(m.name()));
    d.paragraph(
        "Each demand is divided by its ceiling. Resources of one engine add their times; engines run side by side, so "
        "that the longest time is a lower bound.");
    tell_assumption(d, m, a);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (composite)
            d.heading("Step " + std::to_string(i + 1) + " of " + std::to_string(steps.size()) +
                      (steps[i].times > 1 ? ", launched " + text_of(significant(steps[i].times, 17)) + " times" : ""));
        tell_step(d, steps[i], a);
    }
    if (composite) tell_sum(d, steps, p);
    tell_answer(d, op, p, composite);
    tell_unpublished(d, m, p);
    tell_sources(d, steps);
    return d;
}

/// What an assumption leaves of each demand.
template<cache_assumption A>
std::vector<double> left_of(const any_operator& op, const auto&, const any_machine& m, const A&) {
    std::vector<double> left;
    for (const any_operator::entry& e : op) {
        const bool spared = A::spares_dram && *e.what == resource_of<memory<dram>>;
        left.push_back(spared ? A::moved(e.amount, m.cache_bytes()) : e.amount.total);
    }
    return left;
}
template<class... T>
std::vector<double> left_of(const any_operator&, const auto& op, const any_machine& m,
                            const resident_assumption<T...>& a) {
    std::vector<double> left;
    const any_operator spared = roofline::detail::spared(op, m, a);
    for (const any_operator::entry& e : spared) left.push_back(e.amount.total);
    return left;
}

/// Typed or flat, the same numbers: place() has checked.
template<class A>
any_placement flat_placement(const any_operator& op, const auto&, const any_machine& m, const A& assumption) {
    return any_placement(op, op, m, assumption);
}
template<class... T>
any_placement flat_placement(const any_operator&, const auto& op, const any_machine& m,
                             const resident_assumption<T...>& a) {
    return place(op, m, a);
}

}  // namespace detail

/// How place() comes to its answer: every demand divided by its ceiling, what shares an engine added up, the longest,
/// the ridge beside the intensity, the assumption, what is unpublished, and where each ceiling is from. A composite:
/// step by step.
///
///     std::cout << terminal(explain(q_b_proj, hw::gb200, cold, "q_b_proj"));    // or markdown(...)
///
/// Errors: those of place().
template<operator_like Op, machine_like Machine, class A = cold_assumption>
document explain(const Op& op, const Machine& m, const A& assumption = {}, std::string_view name = "The operator") {
    const auto typed = place(op, m, assumption);
    if constexpr (std::is_same_v<std::remove_const_t<decltype(typed)>, poisoned_placement>) {
        return {};
    } else {
        const any_operator flat = op;
        const any_machine machine = m;
        return detail::explained(flat, machine, detail::flat_placement(flat, op, machine, assumption),
                                 {A::name, A::meaning, A::needs_cache, detail::left_of(flat, op, machine, assumption)},
                                 name);
    }
}

inline document explain(poison, const auto&, const auto&...) { return {}; }

}  // namespace roofline::report
