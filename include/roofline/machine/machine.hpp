// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/text.hpp>
#include <roofline/machine/ceiling.hpp>

#include <utility>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {
struct machine_base {};

/// The entries without the name. (nvcc does not deduce a template argument that is a string.)
template<class... Entries>
struct machine_entries : machine_base, Entries... {};
}  // namespace detail

/// A machine: a name and a bag of entries. Each entry is a base class, which makes finding one the cheapest question a
/// compiler knows; stating one twice does not compile.
template<diagnostic::text Name, class... Entries>
struct machine_type : detail::machine_entries<Entries...> {
    static constexpr std::string_view name = Name.view();
};

/// What place() takes for a machine: typed, or any_machine.
template<class Machine>
concept machine_like = std::derived_from<Machine, detail::machine_base>;

/// Makes a machine of ceilings, unpublished resources, capacities and counts, in any order.
///
///     inline constexpr auto npu = machine<"Acme NPU 2">(
///         ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("Acme NPU 2 brief, table 3")),
///         ceiling<memory<dram>>(1.2_TBps, datasheet("Acme NPU 2 brief, table 4")));
template<diagnostic::text Name, class... Entries>
constexpr machine_type<Name, Entries...> machine(const Entries&... entries) {
    return {{{}, entries...}};
}

namespace detail {

/// Which entry of Machine speaks of resource R.
enum class publication { absent, unpublished, published };

// Which base of Machine is a ceiling of R is asked by overload resolution: declared only.
template<class R, class Engine>
ceiling_entry<R, Engine> ceiling_in(const ceiling_entry<R, Engine>&);

template<class R, class Machine>
concept has_ceiling = requires(const Machine& m) { ceiling_in<R>(m); };
/// The entry: static_cast<const ceiling_of<R, Machine>&>(m).rate.
template<class R, class Machine>
using ceiling_of = decltype(ceiling_in<R>(std::declval<const Machine&>()));
template<class R, class Machine>
concept has_capacity = std::derived_from<Machine, capacity_entry<R>>;

template<class R, class Machine>
inline constexpr publication publication_of = has_ceiling<R, Machine>                               ? publication::published
                                              : std::derived_from<Machine, unpublished_entry<R>> ? publication::unpublished
                                                                                           : publication::absent;

template<class R, class Engine>
constexpr std::uint64_t engine_of(const ceiling_entry<R, Engine>*) {
    return hashed(Engine::name);
}
/// The engine that R runs on in Machine, which has a ceiling for it.
template<class R, class Machine>
inline constexpr std::uint64_t engine_on = engine_of(static_cast<const ceiling_of<R, Machine>*>(nullptr));

}  // namespace detail

/// The rate of a published ceiling. Ask `publishes` first.
template<class R, class Machine>
concept publishes = detail::has_ceiling<R, Machine>;

template<resource_type R, machine_like Machine>
    requires publishes<R, Machine>
constexpr typename R::rate_type rate(const Machine& m) {
    return R::rate_type::from_value(static_cast<const detail::ceiling_of<R, Machine>&>(m).rate);
}

/// A machine with an entry that was refused.
template<resource_type R, machine_like Machine>
    requires(!publishes<R, Machine> && std::derived_from<Machine, poison>)
constexpr poison rate(const Machine&) {
    return {};
}

/// Where the number comes from.
template<resource_type R, machine_like Machine>
    requires publishes<R, Machine>
constexpr provenance source(const Machine& m) {
    return static_cast<const detail::ceiling_of<R, Machine>&>(m).source;
}

/// How much a level holds.
template<resource_type R, machine_like Machine>
    requires detail::has_capacity<R, Machine>
constexpr units::traffic capacity(const Machine& m) {
    return units::traffic::from_value(static_cast<const capacity_entry<R>&>(m).bytes);
}

template<machine_like Machine>
    requires std::derived_from<Machine, compute_units_entry>
constexpr std::int64_t compute_units(const Machine& m) {
    return static_cast<const compute_units_entry&>(m).count;
}

template<resource_type R, machine_like Machine>
    requires std::derived_from<Machine, domain_entry<R>>
constexpr std::int64_t domain(const Machine& m) {
    return static_cast<const domain_entry<R>&>(m).devices;
}

}  // namespace roofline
