// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/phase.hpp>

/// What a phase demands in all.
namespace roofline::inline ROOFLINE_ABI {

/// FLOP of all matrix products and of attention, as operators count them.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
constexpr units::work work(const phase<Kind, Model, Recipe, Fusion, Distinct>& p) {
    detail::work_sums sums;
    p.for_each([&](std::string_view, const auto& op, std::int64_t layers) {
        if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(op)>, poison>) {
            detail::work_sums one;
            detail::add_work(one, op);
            sums.matrix += detail::rounded(static_cast<double>(layers) * one.matrix);
            sums.vector += detail::rounded(static_cast<double>(layers) * one.vector);
        }
    });
    return units::work::from_value(sums.work());
}

/// Bytes of DRAM, every kernel with its own operands.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
constexpr units::traffic traffic(const phase<Kind, Model, Recipe, Fusion, Distinct>& p) {
    double bytes = 0;
    p.for_each([&](std::string_view, const auto& op, std::int64_t layers) {
        if constexpr (!std::is_same_v<std::remove_cvref_t<decltype(op)>, poison>)
            bytes += detail::rounded(static_cast<double>(layers) * traffic(op).value());
    });
    return units::traffic::from_value(bytes);
}

/// FLOP per byte of DRAM.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
constexpr units::intensity intensity(const phase<Kind, Model, Recipe, Fusion, Distinct>& p) {
    return units::intensity::from_value(detail::intensity_of(work(p).value(), traffic(p).value(), memory<dram>::name));
}

}  // namespace roofline
