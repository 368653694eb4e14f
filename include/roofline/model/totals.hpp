// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/phase.hpp>

/// What a phase demands in all, and its operators as flat values.
namespace roofline {

/// FLOP of all matrix products and of attention, as operators count them.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
constexpr units::work work(const phase<Kind, Model, Recipe, Fusion, Distinct>& p) {
    detail::work_sums sums;
    p.for_each([&](std::string_view, const auto& op, std::int64_t layers) {
        detail::work_sums one;
        detail::add_work(one, op);
        sums.matrix += static_cast<double>(layers) * one.matrix;
        sums.vector += static_cast<double>(layers) * one.vector;
    });
    return units::work::from_value(sums.work());
}

/// Bytes of DRAM, every kernel with its own operands.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
constexpr units::traffic traffic(const phase<Kind, Model, Recipe, Fusion, Distinct>& p) {
    double bytes = 0;
    p.for_each([&](std::string_view, const auto& op, std::int64_t layers) {
        bytes += static_cast<double>(layers) * traffic(op).value();
    });
    return units::traffic::from_value(bytes);
}

/// An operator of a phase as a flat value.
struct named_operator {
    std::string_view name;
    std::int64_t layers;
    any_operator op;
};

}  // namespace roofline
