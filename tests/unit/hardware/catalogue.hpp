// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <catalogue_machines.hpp>  // generated: the headers in roofline/hardware/, and ROOFLINE_CATALOGUE
#include <roofline/machine.hpp>
#include <roofline/query/ridge.hpp>

/// What the tests of the catalogue share.
namespace catalogue {

using namespace roofline;

/// Whether a predicate holds for every machine of the catalogue: <name>.hpp defines hw::<name>.
constexpr bool all(auto holds) {
#define ROOFLINE_HOLDS(name) holds(hw::name) &&
    return ROOFLINE_CATALOGUE(ROOFLINE_HOLDS) true;
#undef ROOFLINE_HOLDS
}

/// Whether a predicate holds for every entry of a machine.
template<class... Entries>
constexpr bool each_entry(const detail::machine_entries<Entries...>& m, auto holds) {
    return (holds(static_cast<const Entries&>(m)) && ...);
}

/// Every entry but unpublished<>() holds a number, and every number a source.
template<class Entry>
constexpr bool sourced(const Entry& entry) {
    return entry.source.text != nullptr && !entry.source.source().empty();
}
template<class R>
constexpr bool sourced(const unpublished_entry<R>&) {
    return true;
}
constexpr bool every_number_sourced(const auto& m) {
    return each_entry(m, [](const auto& entry) { return sourced(entry); });
}
constexpr bool every_ceiling_sourced(const any_machine& m) {
    for (const any_machine::ceiling& c : m)
        if (c.rate > 0 && !sourced(c)) return false;
    return true;
}

/// |a / b - 1| <= tolerance, of quantities of one unit.
constexpr bool near(const auto& a, const auto& b, double tolerance) {
    const double ratio = a.value() / b.value();
    return ratio >= 1 - tolerance && ratio <= 1 + tolerance;
}

/// What units x FLOP/clk x MHz makes.
constexpr units::performance peak(std::int64_t compute_units, double flop_a_clock, double mhz) {
    return units::performance::from_value(static_cast<double>(compute_units) * flop_a_clock * mhz * 1e6);
}
/// Whether the ceiling of R is what the compute units of m make at a clock, to 0.3 %.
template<class R>
constexpr bool clocks_agree(const auto& m, double flop_a_clock, double mhz) {
    return near(rate<R>(m), peak(compute_units(m), flop_a_clock, mhz), 0.003);
}

}  // namespace catalogue
