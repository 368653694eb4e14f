// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine.hpp>
#include <roofline/model/phase.hpp>
#include <roofline/model/weights.hpp>

/// What a phase takes in the memory of a machine.
namespace roofline {

/// Weights, and keys and values of all sequences. The workspace of kernels and the activations between them are not
/// counted: how much of them an engine keeps is its own affair.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
constexpr units::traffic memory_needed(const phase<Kind, Model, Recipe, Fusion, Distinct>& p) {
    return weight_footprint(p.model(), Recipe{}) +
           static_cast<double>(p.extents().batch) * cache_footprint(p.model(), Recipe{}, p.extents().context);
}

/// Whether that is at most what the machine holds. Error: a machine that states no capacity<memory<dram>> does not compile.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, class M>
constexpr bool fits(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const M& machine) {
    return memory_needed(p) <= capacity<memory<dram>>(machine);
}

/// The most sequences of a context whose keys and values fit beside the weights; 0 where the weights alone do not fit.
template<class Norm, class... Groups, precision_recipe Recipe, class M>
constexpr std::int64_t largest_batch(const transformer<Norm, Groups...>& model, std::int64_t context, const Recipe& recipe,
                                     const M& machine) {
    const double left = capacity<memory<dram>>(machine).value() - weight_footprint(model, recipe).value();
    const double each = cache_footprint(model, recipe, context).value();
    if (!(left >= each)) return 0;
    auto batch = static_cast<std::int64_t>(left / each);
    while (static_cast<double>(batch) * each > left) --batch;  // the quotient may be rounded up
    return batch;
}

}  // namespace roofline
