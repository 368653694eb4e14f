// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/any_machine.hpp>
#include <roofline/op/count.hpp>
#include <roofline/op/product/tiled.hpp>

/// A tiled product as it runs on a given number of compute units.
namespace roofline::inline ROOFLINE_ABI {

struct tiles_a_unit {
    static constexpr std::string_view name = "tiles_per_unit"sv;
    static constexpr std::int64_t least = 1;
};
/// How many tiles a compute unit works on at a time: tiles_per_unit<2>, tiles_per_unit<dyn>(n). Default: one.
template<std::int64_t N>
inline constexpr count<tiles_a_unit, N> tiles_per_unit{};

namespace detail {

template<class Op>
inline constexpr bool is_tiled_operation = false;
template<class Operation>
inline constexpr bool is_tiled_operation<tiled_operation<Operation>> = true;

constexpr sentence missing_units(std::string_view machine) {
    return sentence("{} states no compute_units, which in_waves needs", {machine});
}
template<class Machine>
struct no_compute_units {
    static constexpr sentence value = missing_units(Machine::name);
};
[[noreturn]] inline void the_machine_must_state_its_number_of_compute_units(const sentence& why) { throw_unsupported(why); }

template<class Machine>
constexpr std::int64_t units_of(const Machine& m) {
    return compute_units(m);
}
constexpr std::int64_t units_of(const any_machine& m) {
    if (m.unit_count() == 0) the_machine_must_state_its_number_of_compute_units(missing_units(m.name()));
    return m.unit_count();
}

/// Fills the last wave up with padding.
constexpr amount waved(const amount& a, std::int64_t tiles, std::int64_t units, std::int64_t each) {
    const double waves = static_cast<double>(pieces(pieces(tiles, each), units));
    const double total = rounded(a.total / static_cast<double>(tiles) *
                                 (waves * static_cast<double>(units) * static_cast<double>(each)));
    return {total, total - a.useful()};
}

}  // namespace detail

/// A tiled product in waves of as many tiles as the machine has compute units, each wave as long as a full one: of t tiles
/// on u units the engine is given ceil(t/u) u, and what is above t is padding. Bytes and work(op) stay.
///
/// The units share the ceiling evenly, and no unit goes on to the next wave before the others are done; kernels that split
/// the rest along K, or hand it out finer, do better.
/// Options  tiles_per_unit<n>: a unit works on n tiles at a time, and a wave has n u.
/// Errors   a machine that states no compute_units, an operator that is not tiled: do not compile; any_machine throws
///          unsupported.
template<class Operation, machine_like Machine, class... Options>
constexpr auto in_waves(const detail::tiled_operation<Operation>& op, const Machine& m, const Options&... options) {
    static_assert((detail::counts<tiles_a_unit, Options> && ...), "in_waves: after the machine comes tiles_per_unit<>");
    if constexpr (!detail::given_once<Options...>) {
        return detail::refuse_repeated<detail::given_once<Options...>>();
    } else if constexpr ((detail::refused_count<Options> || ...)) {
        (detail::refuse_count<Options>{}, ...);
        return poison{};
    } else if constexpr (!std::is_same_v<Machine, any_machine> && !std::derived_from<Machine, compute_units_entry>) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::no_compute_units<Machine>>>,
                      "in_waves: the machine must state its number of compute units");
        return poison{};
    } else {
        const std::int64_t each = detail::count_among<tiles_a_unit>(1, options...);
        const std::int64_t units = detail::units_of(m);
        Operation result = op;
        amount& engine = result.first.amounts[0];
        engine = detail::waved(engine, op.tiles(), units, each);
        return result;
    }
}

/// Anything but a tiled product and a machine.
template<class Op, class Machine, class... Options>
constexpr poison in_waves(const Op&, const Machine&, const Options&...) {
    static_assert(detail::is_poison<Op> || std::derived_from<Machine, poison>,
                  "in_waves: takes a tiled matmul and a machine");
    return {};
}

}  // namespace roofline
