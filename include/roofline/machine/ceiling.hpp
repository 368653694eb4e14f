// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/diagnostic/poison.hpp>
#include <roofline/machine/provenance.hpp>
#include <roofline/machine/resource.hpp>
#include <roofline/units/name.hpp>

#include <concepts>
#include <limits>
#include <type_traits>

/// The entries of a machine. Each is a type that names its resource, so that a missing one is seen by the compiler.
namespace roofline::inline ROOFLINE_ABI {

/// A published rate of `R`, in R::rate_type's base unit, on `Engine`.
template<class R, class Engine>
struct ceiling_entry {
    using resource_type = R;
    double rate;
    provenance source;
};

/// `R` is there, its rate is not known: it does not limit, and a placement lists it.
template<class R>
struct unpublished_entry {
    using resource_type = R;
};

/// How much a memory level holds, in byte.
template<class R>
struct capacity_entry {
    double bytes;
    provenance source;
};

/// How many compute units (SM, CU) there are.
struct compute_units_entry {
    std::int64_t count;
    provenance source;
};

/// How many devices a network joins at its full rate.
template<class R>
struct domain_entry {
    std::int64_t devices;
    provenance source;
};

namespace detail {

/// The engine a resource has of itself.
template<class R>
struct own_engine {
    using type = R;
};
template<class R>
    requires requires { typename R::engine; }
struct own_engine<R> {
    using type = typename R::engine;
};

template<class R, class Given>
struct wrong_rate_unit {
    static constexpr sentence value = sentence("a ceiling of {} is a rate in {}; the value given is {}",
                                               {R::name, units::unit_name<typename R::rate_type>, units::in_unit<Given>()});
};
template<class R, class Given>
struct wrong_capacity_unit {
    static constexpr sentence value = sentence("a capacity of {} is in byte; the value given is {}",
                                               {R::name, units::in_unit<Given>()});
};

// They do not name the resource: that would compose the names of all resources of a catalogue, which takes the compiler
// longer than the rest of it.
[[noreturn]] inline void a_ceiling_must_be_a_positive_finite_rate(resource_kind kind) {
    throw_unsupported(sentence("the ceiling of a {} resource must be a positive finite rate", {name_of(kind)}));
}
[[noreturn]] inline void a_capacity_must_be_positive_and_finite() {
    throw_unsupported("the capacity of a memory level must be positive and finite");
}
[[noreturn]] inline void a_machine_counts_at_least_one() { throw_unsupported("a count of units or devices is at least 1"); }

// False for NaN, too.
constexpr bool positive_finite(double value) { return value > 0 && value <= (std::numeric_limits<double>::max)(); }

}  // namespace detail

/// An entry that says: the resource runs on `Engine` here, and shares its time. AMD's transcendentals run on the vector
/// engine: ceiling<special_math<special::exp2>>(rate, source, runs_on<vector_engine>).
template<class Engine>
struct runs_on_option {};
template<class Engine>
inline constexpr runs_on_option<Engine> runs_on{};

/// States the rate of a resource and where the number is from.
///
///     ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("Acme NPU 2 brief, table 3"))
///
/// Errors: a quantity of another unit does not compile; a rate that is NaN, infinite or not positive throws unsupported.
template<resource_type R, class Quantity, class Engine = typename detail::own_engine<R>::type>
constexpr auto ceiling(Quantity rate, provenance source, runs_on_option<Engine> = {}) {
    if constexpr (!std::is_same_v<Quantity, typename R::rate_type>) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::wrong_rate_unit<R, Quantity>>>,
                      "ceiling: the rate is in the wrong unit");
        return poison{};
    } else {
        if (!detail::positive_finite(rate.value())) detail::a_ceiling_must_be_a_positive_finite_rate(R::kind);
        return ceiling_entry<R, Engine>{rate.value(), source};
    }
}

/// Says that the machine has a resource whose rate its vendor does not give.
template<resource_type R>
constexpr unpublished_entry<R> unpublished() {
    return {};
}

/// States how much a memory level holds. Errors as ceiling().
template<resource_type R, class Quantity>
constexpr auto capacity(Quantity bytes, provenance source) {
    if constexpr (!std::is_same_v<Quantity, units::traffic>) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::wrong_capacity_unit<R, Quantity>>>,
                      "capacity: the value is in the wrong unit");
        return poison{};
    } else {
        if (!detail::positive_finite(bytes.value())) detail::a_capacity_must_be_positive_and_finite();
        return capacity_entry<R>{bytes.value(), source};
    }
}

/// States the number of compute units: 132 SM, 304 CU.
constexpr compute_units_entry compute_units(std::int64_t count, provenance source) {
    if (count < 1) detail::a_machine_counts_at_least_one();
    return {count, source};
}

/// States how many devices the network `R` joins: 8 in an HGX board, 72 in an NVL72 rack.
template<resource_type R>
constexpr domain_entry<R> domain(std::int64_t devices, provenance source) {
    if (devices < 1) detail::a_machine_counts_at_least_one();
    return {devices, source};
}

}  // namespace roofline
