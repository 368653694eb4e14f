// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/name.hpp>
#include <roofline/units/system.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace roofline::inline ROOFLINE_ABI {

/// What sort of thing a resource is: it decides whether a bound counts as compute or memory, and what work(op) adds up.
enum class resource_kind {
    matrix,   // matrix FLOP
    vector,   // vector FLOP
    special,  // transcendental operations
    memory,   // bytes of a memory level
    link,     // bytes over an interconnect, one direction
    other     // anything a user adds: energy, instructions, ...
};

constexpr std::string_view name_of(resource_kind kind) {
    constexpr std::string_view names[] = {"matrix"sv, "vector"sv, "special"sv, "memory"sv, "link"sv, "other"sv};
    return names[static_cast<int>(kind)];
}

/// A resource as a value: what `limit` is. Two resources are the same when their names are.
struct resource {
    std::string_view name;
    std::uint64_t id = 0;
    std::uint64_t engine = 0;  // resources with one engine add their times
    resource_kind kind = resource_kind::other;

    friend constexpr bool operator==(const resource& a, const resource& b) { return a.id == b.id; }

    /// "matrix_math" of "matrix_math<fp8>"
    constexpr std::string_view family() const { return name.substr(0, name.find('<')); }
    /// "fp8" of "matrix_math<fp8>"; nothing where the name has no arguments
    constexpr std::string_view member() const {
        const std::size_t open = name.find('<');
        return open == std::string_view::npos ? std::string_view{} : name.substr(open + 1, name.size() - open - 2);
    }

    constexpr bool is_compute() const { return kind <= resource_kind::special; }
    constexpr bool is_memory() const { return kind == resource_kind::memory; }
};

/// A resource as a type. Operators demand it, machines limit it; a user's own is, complete:
///
///     struct dma {
///         static constexpr std::string_view name = "dma"sv;                      // unique: it is the identity
///         static constexpr roofline::resource_kind kind = roofline::resource_kind::memory;
///         using demand_type = roofline::units::traffic;
///         using rate_type = roofline::units::bandwidth;
///         using engine = dma;                                                  // optional: whom it shares its time with
///     };
/// (The concept does not look at the name: composing the names of all resources of a catalogue takes longer than reading
/// the catalogue.)
template<class R>
concept resource_type = requires {
    requires std::is_same_v<decltype(R::kind), const resource_kind>;
    typename R::demand_type;
    typename R::rate_type;
};

namespace detail {
/// FNV-1a, 64 bit: names a resource in flat tables without comparing text.
constexpr std::uint64_t hashed(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
}

template<class R>
struct engine_of_resource {
    static constexpr std::uint64_t id = hashed(R::name);
};
template<class R>
    requires requires { typename R::engine; }
struct engine_of_resource<R> {
    static constexpr std::uint64_t id = hashed(R::engine::name);
};
}  // namespace detail

/// The value of a resource type: `p.limit == resource_of<memory<dram>>`.
template<resource_type R>
inline constexpr resource resource_of{R::name, detail::hashed(R::name), detail::engine_of_resource<R>::id, R::kind};

}  // namespace roofline
