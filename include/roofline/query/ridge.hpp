// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/any_machine.hpp>
#include <roofline/machine/published.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {
template<class Machine, class R>
struct unpublished_ceiling {
    static constexpr sentence value = unknown_rate(Machine::name, R::name);
};

/// Refuses a resource without a rate, in the sentence that fits.
template<class R, class Machine>
constexpr bool has_rate() {
    if constexpr (std::derived_from<Machine, poison>)
        return false;  // an entry of the machine was refused already
    else if constexpr (publication_of<R, Machine> == publication::absent)
        static_assert(diagnostic::accepted<diagnostic::refused<no_ceiling<Machine, R>>>,
                      "ridge: the machine has no ceiling for this resource");
    else if constexpr (publication_of<R, Machine> == publication::unpublished)
        static_assert(diagnostic::accepted<diagnostic::refused<unpublished_ceiling<Machine, R>>>,
                      "ridge: the machine does not publish the rate of this resource");
    return publication_of<R, Machine> == publication::published;
}
}  // namespace detail

/// The intensity at which compute engine C and level L take equally long: below it L binds, from it on C does.
/// Errors: a ceiling that is missing or unpublished.
template<resource_type C, resource_type L = memory<dram>, machine_like Machine>
constexpr auto ridge(const Machine& m) {
    if constexpr (constexpr bool rates = detail::has_rate<C, Machine>(); !rates)
        return poison{};
    else if constexpr (constexpr bool also = detail::has_rate<L, Machine>(); !also)
        return poison{};
    else
        return units::intensity::from_value(static_cast<const detail::ceiling_of<C, Machine>&>(m).rate /
                                            static_cast<const detail::ceiling_of<L, Machine>&>(m).rate);
}

namespace detail {
[[noreturn]] inline void a_ridge_needs_two_published_rates(const sentence& why) { throw_unsupported(why); }

constexpr double rate_of(const any_machine& m, const resource& r) {
    const any_machine::ceiling* found = m.find(r.id);
    if (found == nullptr) a_ridge_needs_two_published_rates(m.missing(r));
    if (!(found->rate > 0)) a_ridge_needs_two_published_rates(unknown_rate(m.name(), r.name));
    return found->rate;
}
}  // namespace detail

/// The same of a machine known at run time. Errors: unsupported, with the same sentences.
template<resource_type C, resource_type L = memory<dram>>
constexpr units::intensity ridge(const any_machine& m) {
    return units::intensity::from_value(detail::rate_of(m, resource_of<C>) / detail::rate_of(m, resource_of<L>));
}

}  // namespace roofline
