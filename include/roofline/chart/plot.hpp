// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/refusal.hpp>
#include <roofline/query/ridge.hpp>

#include <string>
#include <utility>
#include <vector>

/// What a roofline chart shows; how it is drawn is each renderer's own business.
namespace roofline::inline ROOFLINE_ABI::chart {

/// Whether a line or a point is what hardware allows at best, or what somebody saw.
enum class standing { bound, measured };

/// A compute ceiling: a horizontal line.
struct plateau {
    std::string name;
    units::performance rate;
    standing kind = standing::bound;
    std::string machine{};  // it meets the slopes of its machine; one that names none meets all
    std::string source{};
};

/// A memory level: bandwidth x intensity, a diagonal.
struct slope {
    std::string name;
    units::bandwidth rate;
    standing kind = standing::bound;
    std::string machine{};
    std::string source{};
};

/// An intensity worth a vertical line, such as a ridge.
struct mark {
    std::string name;
    units::intensity at;
};

struct point {
    std::string label;
    units::intensity intensity;
    units::performance performance;
    std::string shape{};  // whatever tells it from its neighbours, for the tooltip: "M = 16", "(128,1536) x (1536,24576)"
};

struct series {
    std::string name;
    standing kind = standing::bound;
    std::vector<point> points{};
};

/// Where an axis begins and ends.
template<class Quantity>
struct range {
    Quantity low, high;
};

/// The point of an operator under its roof: what the bound allows. Give it to plot::bounds.
template<class Placement>
point at(std::string label, const Placement& placed, std::string shape = "") {
    if constexpr (roofline::detail::is_poison<decltype(placed.intensity())>)
        return {};  // refused already
    else
        return {std::move(label), placed.intensity(), placed.attainable(), std::move(shape)};
}

/// The point of an operator that took `time`. Give it to plot::measurements. Error: a time that is not positive.
template<class Placement>
point at(std::string label, const Placement& placed, units::duration time, std::string shape = "") {
    if constexpr (roofline::detail::is_poison<decltype(placed.intensity())>) {
        return {};
    } else {
        detail::require_positive(time.value(), "time", label);
        return {std::move(label), placed.intensity(), placed.work() / time, std::move(shape)};
    }
}

/// A roofline chart: intensity to the right, performance upwards, both logarithmic.
///
///     plot p("A100 80GB SXM4", "dense peaks");
///     p.roof<matrix_math<bf16>, matrix_math<i8>, memory<dram>>(hw::a100_sxm_80gb)
///         .measured_ceiling("bf16 matmul", 255_TFLOPS)
///         .bounds("decode", {at("q_proj", place(q_proj, hw::a100_sxm_80gb))});
///
/// Errors: a rate, an intensity or a performance that is not positive and finite has no place on a logarithmic axis and
/// throws `unsupported`, and the plot is as it was; a quantity of the wrong unit does not compile.
class plot {
public:
    explicit plot(std::string title, std::string subtitle = "")
        : title_(std::move(title)), subtitle_(std::move(subtitle)) {}

    /// A horizontal line. A bandwidth is a slope instead: level().
    template<class Rate>
    plot& ceiling(std::string name, Rate rate, std::string machine = "") {
        return add_plateau({std::move(name), detail::in<units::performance>(rate), standing::bound, std::move(machine)});
    }
    /// A ceiling that somebody measured, a large matmul for instance: drawn dashed and named as measured.
    template<class Rate>
    plot& measured_ceiling(std::string name, Rate rate, std::string machine = "") {
        return add_plateau(
            {std::move(name), detail::in<units::performance>(rate), standing::measured, std::move(machine)});
    }
    /// A diagonal.
    template<class Rate>
    plot& level(std::string name, Rate rate, std::string machine = "") {
        return add_slope({std::move(name), detail::in<units::bandwidth>(rate), standing::bound, std::move(machine)});
    }
    template<class Rate>
    plot& measured_level(std::string name, Rate rate, std::string machine = "") {
        return add_slope({std::move(name), detail::in<units::bandwidth>(rate), standing::measured, std::move(machine)});
    }

    /// Lines from a machine: ceilings of its engines, slopes of its memory levels and links. A rate whose provenance
    /// says that it was measured is drawn so. Errors: a machine without a published rate for one of them.
    template<resource_type... R, machine_like Machine>
    plot& roof(const Machine& machine) {
        plot next = *this;
        (next.add_roof<R>(machine), ...);
        return *this = std::move(next);
    }

    /// A vertical line.
    plot& marked(std::string name, units::intensity at) {
        detail::require_positive(at.value(), "intensity", name);
        marks_.push_back({std::move(name), at});
        return *this;
    }
    /// A vertical line where engine C and level L take equally long.
    template<resource_type C, resource_type L = memory<dram>, machine_like Machine>
    plot& ridge(const Machine& machine) {
        const auto at = roofline::ridge<C, L>(machine);
        if constexpr (!roofline::detail::is_poison<std::remove_const_t<decltype(at)>>)
            marked("ridge " + detail::short_name(resource_of<C>), at);
        return *this;
    }

    /// Points that a model computed, under the roof by construction.
    plot& bounds(std::string name, std::vector<point> points) {
        return add({std::move(name), standing::bound, std::move(points)});
    }
    /// Points that somebody measured.
    plot& measurements(std::string name, std::vector<point> points) {
        return add({std::move(name), standing::measured, std::move(points)});
    }
    plot& add(series s) {
        for (const point& p : s.points) {
            detail::require_positive(p.intensity.value(), "intensity", p.label);
            detail::require_positive(p.performance.value(), "performance", p.label);
        }
        series_.push_back(std::move(s));
        return *this;
    }

    /// Sets the range of an axis, which else follows from what is shown. Points outside are left out, and counted.
    plot& intensities(units::intensity low, units::intensity high) {
        detail::require_range(low.value(), high.value(), "intensities");
        intensities_ = {low, high};
        return *this;
    }
    plot& performances(units::performance low, units::performance high) {
        detail::require_range(low.value(), high.value(), "performances");
        performances_ = {low, high};
        return *this;
    }

    const std::string& title() const { return title_; }
    const std::string& subtitle() const { return subtitle_; }
    const std::vector<plateau>& plateaus() const { return plateaus_; }
    const std::vector<slope>& slopes() const { return slopes_; }
    const std::vector<mark>& marks() const { return marks_; }
    const std::vector<series>& all_series() const { return series_; }
    /// Zero to zero where it was not set.
    const range<units::intensity>& intensities() const { return intensities_; }
    const range<units::performance>& performances() const { return performances_; }

private:
    plot& add_plateau(plateau line) {
        detail::require_positive(line.rate.value(), "rate", line.name);
        plateaus_.push_back(std::move(line));
        return *this;
    }
    plot& add_slope(slope line) {
        detail::require_positive(line.rate.value(), "rate", line.name);
        slopes_.push_back(std::move(line));
        return *this;
    }

    template<class R, class Machine>
    void add_roof(const Machine& machine) {
        constexpr bool is_plateau = std::is_same_v<typename R::rate_type, units::performance>;
        constexpr bool is_slope = std::is_same_v<typename R::rate_type, units::bandwidth>;
        if constexpr (!is_plateau && !is_slope) {
            static_assert(diagnostic::accepted<diagnostic::refused<detail::no_line<R>>>,
                          "roof: a roof is a rate in FLOP/s or in byte/s");
        } else if constexpr (std::is_same_v<Machine, any_machine>) {
            add_rate<R>(roofline::detail::rate_of(machine, resource_of<R>), machine.find(resource_of<R>.id)->source,
                        machine.name());
        } else if constexpr (publishes<R, Machine>) {
            add_rate<R>(rate<R>(machine).value(), source<R>(machine), Machine::name);
        } else if constexpr (roofline::detail::publication_of<R, Machine> == roofline::detail::publication::unpublished) {
            static_assert(diagnostic::accepted<diagnostic::refused<roofline::detail::unpublished_ceiling<Machine, R>>>,
                          "roof: the machine does not publish the rate of this resource");
        } else if constexpr (!std::derived_from<Machine, poison>) {
            static_assert(diagnostic::accepted<diagnostic::refused<roofline::detail::no_ceiling<Machine, R>>>,
                          "roof: the machine has no ceiling for this resource");
        }
    }
    template<class R>
    void add_rate(double rate, const provenance& from, std::string_view machine) {
        const standing kind = from.kind == evidence::measured ? standing::measured : standing::bound;
        const std::string source = std::string(name_of(from.kind)) + ": " + from.text;
        if constexpr (std::is_same_v<typename R::rate_type, units::performance>)
            add_plateau({detail::short_name(resource_of<R>), units::performance::from_value(rate), kind,
                         std::string(machine), source});
        else
            add_slope({detail::short_name(resource_of<R>), units::bandwidth::from_value(rate), kind,
                       std::string(machine), source});
    }

    std::string title_;
    std::string subtitle_;
    std::vector<plateau> plateaus_;
    std::vector<slope> slopes_;
    std::vector<mark> marks_;
    std::vector<series> series_;
    range<units::intensity> intensities_{};
    range<units::performance> performances_{};
};

}  // namespace roofline::chart
