// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/phase_placement.hpp>

/// What a bound on the time of a phase means to those who serve the model.
namespace roofline {

/// Tokens a second that a pass yields at its bound, over the batch: an upper bound.
/// (Of a prefill: its prompt tokens. Of a verification: the tokens it scores; see expected_tokens for those kept.)
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, class M, class... A>
constexpr double tokens_per_second(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const M& machine, const A&... assume) {
    return static_cast<double>(p.extents().tokens()) / min_time(p, machine, assume...).value();
}

/// Energy at the board's power limit for the time of the bound. Not a bound: a board may draw less, and a run takes longer.
/// Error: a machine without a ceiling for board_power does not compile.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct, class M, class... A>
constexpr units::energy energy_at_power_limit(const phase<Kind, Model, Recipe, Fusion, Distinct>& p, const M& machine,
                                              const A&... assume) {
    return rate<board_power>(machine) * min_time(p, machine, assume...);
}

namespace detail {
[[noreturn]] inline void an_acceptance_must_lie_between_0_and_1() {
    throw unsupported("the chance that a guessed token is accepted must lie between 0 and 1");
}
[[noreturn]] inline void there_must_be_at_least_one_guess() { throw shape_error("the number of guessed tokens must be at least 1"); }
}  // namespace detail

/// Tokens that a verification of n guesses in a row is expected to keep, each being right with chance a where all before it
/// are: (1 - a^(n+1)) / (1 - a), the model's own token included; n + 1 at a = 1.
/// Source: Leviathan et al. 2023, arXiv 2211.17192, equation 1.
constexpr double expected_tokens(double a, std::int64_t n) {
    if (!(a >= 0 && a <= 1)) detail::an_acceptance_must_lie_between_0_and_1();
    if (n < 1) detail::there_must_be_at_least_one_guess();
    double sum = 0;  // of 1 + a + ... + a^n: no cancellation near a = 1
    double power = 1;
    for (std::int64_t i = 0; i <= n && power > 0; ++i, power *= a) sum += power;
    return sum;
}

}  // namespace roofline
