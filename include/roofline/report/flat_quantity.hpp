// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/report/engineering.hpp>

/// Amounts and rates of flat operators and machines, whose units follow from the kind of the resource.
namespace roofline::inline ROOFLINE_ABI::report::detail {

constexpr quantity_text amount_text(const resource& what, double value) {
    if (what.is_compute()) return engineering(units::work::from_value(value));
    if (what.is_memory() || what.kind == resource_kind::link) return engineering(units::traffic::from_value(value));
    if (what == resource_of<board_power>) return engineering(units::energy::from_value(value));
    return significant(value);
}

constexpr quantity_text rate_text(const resource& what, double value) {
    if (what.is_compute()) return engineering(units::performance::from_value(value));
    if (what.is_memory() || what.kind == resource_kind::link) return engineering(units::bandwidth::from_value(value));
    if (what == resource_of<board_power>) return engineering(units::power::from_value(value));
    return significant(value);
}

}  // namespace roofline::report::detail
