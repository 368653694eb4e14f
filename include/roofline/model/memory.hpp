// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine.hpp>
#include <roofline/model/phase.hpp>
#include <roofline/model/weights.hpp>

/// What a phase takes in the memory of a machine.
namespace roofline::inline ROOFLINE_ABI {

namespace detail {

[[noreturn]] inline void a_fit_needs_the_capacity_of_memory(const sentence& why) { throw_unsupported(why); }
template<class Machine>
struct no_memory_capacity {
    static constexpr sentence value = missing_capacity(Machine::name, memory<dram>::name, "the question of what fits");
};
[[noreturn]] inline void a_model_without_a_cache_has_no_largest_batch() {
    throw_unsupported("largest_batch: the model keeps nothing for a sequence, so that any number of them fits");
}
constexpr std::int64_t most_that_fit(double left, double each) {
    if (!(each > 0)) a_model_without_a_cache_has_no_largest_batch();
    if (!(left >= each)) return 0;
    auto batch = static_cast<std::int64_t>(left / each);
    while (static_cast<double>(batch) * each > left) --batch;  // the quotient may be rounded up
    return batch;
}
/// Bytes, or poison of a machine that does not state them.
template<class Machine>
constexpr auto memory_of(const Machine& machine) {
    if constexpr (std::is_same_v<Machine, any_machine>) {
        if (!(machine.memory_bytes() > 0))
            a_fit_needs_the_capacity_of_memory(
                missing_capacity(machine.name(), memory<dram>::name, "the question of what fits"));
        return machine.memory_bytes();
    } else if constexpr (has_capacity<memory<dram>, Machine>) {
        return capacity<memory<dram>>(machine).value();
    } else {
        if constexpr (!std::derived_from<Machine, poison>)
            static_assert(diagnostic::accepted<diagnostic::refused<no_memory_capacity<Machine>>>,
                          "fits: the machine does not state how much its memory holds");
        return poison{};
    }
}

}  // namespace detail

/// Weights, and keys and values of all sequences. The workspace of kernels and the activations between them are not
/// counted: how much of them an engine keeps is its own affair.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
constexpr units::traffic memory_needed(const phase<Kind, Model, Recipe, Fusion, Distinct>& p) {
    const double cached = cache_footprint(p.model(), Recipe{}, p.extents().context).value();
    return units::traffic::from_value(weight_footprint(p.model(), Recipe{}).value() +
                                      detail::rounded(static_cast<double>(p.extents().batch) * cached));
}

/// Whether that is at most what the machine holds.
/// Error: a machine that states no capacity<memory<dram>> does not compile; an any_machine throws unsupported.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, machine_like Machine>
constexpr auto fits(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine) {
    return memory_needed(p).value() <= detail::memory_of(machine);
}
constexpr poison memory_needed(poison) { return {}; }
template<class Machine>
constexpr poison fits(poison, const Machine&) {
    return {};
}

/// The most sequences of a context whose keys and values fit beside the weights; 0 where the weights alone do not fit.
/// Errors: as fits; a model that keeps nothing throws unsupported, since any number fits.
template<class Norm, class... Groups, precision_recipe Recipe, machine_like Machine>
constexpr auto largest_batch(const transformer<Norm, Groups...>& model, std::int64_t context, const Recipe& recipe,
                             const Machine& machine) {
    const auto memory = detail::memory_of(machine);
    if constexpr (detail::is_poison<std::remove_const_t<decltype(memory)>>)
        return poison{};
    else
        return detail::most_that_fit(memory - weight_footprint(model, recipe).value(),
                                     cache_footprint(model, recipe, context).value());
}

}  // namespace roofline
