// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/diagnostic/error.hpp>
#include <roofline/diagnostic/poison.hpp>
#include <roofline/machine/ceiling.hpp>
#include <roofline/machine/resource.hpp>
#include <roofline/units/name.hpp>

#include <string>
#include <string_view>
#include <type_traits>

/// What a chart does not take, and how its lines are named.
namespace roofline::inline ROOFLINE_ABI::chart::detail {

using roofline::detail::sentence;

[[noreturn]] inline void a_logarithmic_axis_has_no_place_for_it(std::string_view what, std::string_view of) {
    throw unsupported(sentence("the {} of {} must be positive and finite to stand on a logarithmic axis",
                               {what, (of.empty() ? "an unnamed line or point" : of)}));
}
inline void require_positive(double value, std::string_view what, std::string_view of) {
    if (!roofline::detail::positive_finite(value)) a_logarithmic_axis_has_no_place_for_it(what, of);
}

[[noreturn]] inline void an_axis_runs_from_a_smaller_to_a_larger_value(std::string_view axis) {
    throw unsupported(sentence("the axis of {} must run from a positive value to a larger finite one", {axis}));
}
inline void require_range(double low, double high, std::string_view axis) {
    using roofline::detail::positive_finite;
    if (!positive_finite(low) || !positive_finite(high) || !(low < high))
        an_axis_runs_from_a_smaller_to_a_larger_value(axis);
}

template<class Wanted, class Given>
struct wrong_line {
    static constexpr sentence value =
        sentence(std::is_same_v<Wanted, units::performance>
                     ? "a ceiling is a horizontal line in FLOP/s; the value given is {}"
                     : "a level is a slope in byte/s; the value given is {}",
                 {units::in_unit<Given>()});
};
template<class R>
struct no_line {
    static constexpr sentence value = sentence("{} has its rate in {}", {R::name, units::unit_name<typename R::rate_type>});
};

/// The quantity itself where its unit is right.
template<class Wanted, class Given>
Wanted in(const Given& given) {
    if constexpr (std::is_same_v<Given, Wanted>) {
        return given;
    } else {
        if constexpr (!std::is_same_v<Given, poison>)
            static_assert(diagnostic::accepted<diagnostic::refused<wrong_line<Wanted, Given>>>,
                          "this line of a chart is in another unit");
        return Wanted::from_value(1);
    }
}

/// "bf16" of matrix_math<bf16>, "fp16/fp16" of matrix_math<fp16, fp16>, "fp32 vector" of vector_math<fp32>, "dram" of
/// memory<dram>.
inline std::string short_name(const resource& r) {
    std::string name;
    for (const char c : r.member().empty() ? r.name : r.member())
        if (c != ' ') name.push_back(c == ',' ? '/' : c);
    return r.kind == resource_kind::vector ? name + " vector" : name;
}

}  // namespace roofline::chart::detail
