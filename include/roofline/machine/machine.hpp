// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/text.hpp>
#include <roofline/machine/ceiling.hpp>

#include <utility>

namespace roofline {

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
template<class M>
concept machine_like = std::derived_from<M, detail::machine_base>;

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

/// Which entry of machine M speaks of resource R.
enum class publication { absent, unpublished, published };

// Which base of M is a ceiling of R is asked by overload resolution: declared only.
template<class R, class Engine>
ceiling_entry<R, Engine> ceiling_in(const ceiling_entry<R, Engine>&);

template<class R, class M>
concept has_ceiling = requires(const M& m) { ceiling_in<R>(m); };
/// The entry: static_cast<const ceiling_of<R, M>&>(m).rate.
template<class R, class M>
using ceiling_of = decltype(ceiling_in<R>(std::declval<const M&>()));
template<class R, class M>
concept has_capacity = std::derived_from<M, capacity_entry<R>>;

template<class R, class M>
inline constexpr publication publication_of = has_ceiling<R, M>                               ? publication::published
                                              : std::derived_from<M, unpublished_entry<R>> ? publication::unpublished
                                                                                           : publication::absent;

template<class R, class Engine>
constexpr std::uint64_t engine_of(const ceiling_entry<R, Engine>*) {
    return hashed(Engine::name);
}
/// The engine that R runs on in M, which has a ceiling for it.
template<class R, class M>
inline constexpr std::uint64_t engine_on = engine_of(static_cast<const ceiling_of<R, M>*>(nullptr));

}  // namespace detail

/// The rate of a published ceiling. Ask `publishes` first.
template<class R, class M>
concept publishes = detail::has_ceiling<R, M>;

template<resource_type R, machine_like M>
    requires publishes<R, M>
constexpr typename R::rate_type rate(const M& m) {
    return R::rate_type::from_value(static_cast<const detail::ceiling_of<R, M>&>(m).rate);
}

/// A machine with an entry that was refused.
template<resource_type R, machine_like M>
    requires(!publishes<R, M> && std::derived_from<M, poison>)
constexpr poison rate(const M&) {
    return {};
}

/// Where the number comes from.
template<resource_type R, machine_like M>
    requires publishes<R, M>
constexpr provenance source(const M& m) {
    return static_cast<const detail::ceiling_of<R, M>&>(m).source;
}

/// How much a level holds.
template<resource_type R, machine_like M>
    requires detail::has_capacity<R, M>
constexpr units::traffic capacity(const M& m) {
    return units::traffic::from_value(static_cast<const capacity_entry<R>&>(m).bytes);
}

template<machine_like M>
    requires std::derived_from<M, compute_units_entry>
constexpr std::int64_t compute_units(const M& m) {
    return static_cast<const compute_units_entry&>(m).count;
}

template<resource_type R, machine_like M>
    requires std::derived_from<M, domain_entry<R>>
constexpr std::int64_t domain(const M& m) {
    return static_cast<const domain_entry<R>&>(m).devices;
}

}  // namespace roofline
