// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/label.hpp>
#include <roofline/machine/resource.hpp>

/// What moves bytes. Every level and every link is an engine of its own: they run side by side.
namespace roofline::inline ROOFLINE_ABI {

struct dram {
    static constexpr std::string_view name = "dram"sv;
};
/// The last-level cache: L2 on NVIDIA, Infinity Cache on AMD.
struct llc {
    static constexpr std::string_view name = "llc"sv;
};
/// The scratchpad beside the compute units (shared memory, LDS). Its bandwidth is that of all units together, its
/// capacity that of one.
struct shared {
    static constexpr std::string_view name = "shared"sv;
};

struct scale_up {
    static constexpr std::string_view name = "scale_up"sv;
};
/// The link of one pair, where every pair has its own: interconnect<peer<scale_up>> is a part of interconnect<scale_up>.
/// Through a switch a pair has all of it, and there is no such thing.
template<class Network>
struct peer;

struct scale_out {
    static constexpr std::string_view name = "scale_out"sv;
};
struct host {
    static constexpr std::string_view name = "host"sv;
};

namespace detail {
template<class Level>
inline constexpr label memory_name{"memory<", Level::name, ">"};
template<class Direction>
inline constexpr label interconnect_name{"interconnect<", Direction::name, ">"};
template<class Network>
inline constexpr label peer_name{"peer<", Network::name, ">"};
}  // namespace detail

template<class Network>
struct peer {
    static constexpr std::string_view name = detail::peer_name<Network>.view();
};

template<class Level>
struct memory {
    static constexpr std::string_view name = detail::memory_name<Level>.view();
    static constexpr resource_kind kind = resource_kind::memory;
    using demand_type = units::traffic;
    using rate_type = units::bandwidth;
};

/// A link between machines, or to the host, in one direction: vendors print both directions added up.
template<class Network>
struct interconnect {
    static constexpr std::string_view name = detail::interconnect_name<Network>.view();
    static constexpr resource_kind kind = resource_kind::link;
    using demand_type = units::traffic;
    using rate_type = units::bandwidth;
};

/// Energy at the rate of the board's power limit. No operator demands it unless its author says how much.
struct board_power {
    static constexpr std::string_view name = "board_power"sv;
    static constexpr resource_kind kind = resource_kind::other;
    using demand_type = units::energy;
    using rate_type = units::power;
};

}  // namespace roofline
