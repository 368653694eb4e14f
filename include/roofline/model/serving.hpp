// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/phase_placement.hpp>
#include <roofline/units/rounded.hpp>

/// What a bound on the time of a phase means to those who serve the model.
namespace roofline::inline ROOFLINE_ABI {

/// Tokens a second that a pass yields at its bound, over the batch: an upper bound.
/// (Of a prefill: its prompt tokens. Of a verification: the tokens it scores; see expected_tokens for those kept.)
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, class Machine, class... A>
constexpr double tokens_per_second(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine,
                                   const A&... assume) {
    return static_cast<double>(p.extents().tokens()) / min_time(p, machine, assume...).value();
}

namespace detail {
[[noreturn]] inline void an_energy_needs_a_power_limit(const sentence& why) { throw_unsupported(why); }

template<class Machine>
constexpr auto power_limit(const Machine& machine) {
    if constexpr (std::is_same_v<Machine, any_machine>) {
        const auto* entry = machine.find(resource_of<board_power>.id);
        if (entry == nullptr) an_energy_needs_a_power_limit(machine.missing(resource_of<board_power>));
        if (!(entry->rate > 0)) an_energy_needs_a_power_limit(unknown_rate(machine.name(), board_power::name));
        return units::power::from_value(entry->rate);
    } else if constexpr (publishes<board_power, Machine>) {
        return rate<board_power>(machine);
    } else {
        if constexpr (!std::derived_from<Machine, poison>)
            static_assert(diagnostic::accepted<diagnostic::refused<no_ceiling<Machine, board_power>>>,
                          "energy_at_power_limit: the machine publishes no power limit");
        return poison{};
    }
}
}  // namespace detail

/// Energy at the board's power limit for the time of the bound. Not a bound: a board may draw less, and a run takes longer.
/// Error: a machine without a ceiling for board_power does not compile; an any_machine throws unsupported.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, class Machine, class... A>
constexpr auto energy_at_power_limit(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const Machine& machine,
                                     const A&... assume) {
    const auto limit = detail::power_limit(machine);  // first: what it says is said before what min_time says
    return limit * min_time(p, machine, assume...);
}

template<class Machine, class... A>
constexpr poison tokens_per_second(poison, const Machine&, const A&...) {
    return {};
}
template<class Machine, class... A>
constexpr poison energy_at_power_limit(poison, const Machine&, const A&...) {
    return {};
}

namespace detail {
[[noreturn]] inline void an_acceptance_must_lie_between_0_and_1() {
    throw_unsupported("the chance that a guessed token is accepted must lie between 0 and 1");
}
[[noreturn]] inline void there_must_be_at_least_one_guess() { throw_shape_error("the number of guessed tokens must be at least 1"); }
}  // namespace detail

/// Tokens that a verification of n guesses in a row is expected to keep, each being right with chance a where all before it
/// are: (1 - a^(n+1)) / (1 - a), the model's own token included; n + 1 at a = 1.
/// Source: Leviathan et al. 2023, arXiv 2211.17192, equation 1.
constexpr double expected_tokens(double a, std::int64_t n) {
    if (!(a >= 0 && a <= 1)) detail::an_acceptance_must_lie_between_0_and_1();
    if (n < 1) detail::there_must_be_at_least_one_guess();
    double sum = 0;  // of 1 + a + ... + a^n: no cancellation near a = 1
    double power = 1;
    for (std::int64_t i = 0; i <= n && power > 0; ++i, power = detail::rounded(power * a)) sum += power;
    return sum;
}

}  // namespace roofline
