// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/op/demand.hpp>

/// What is taken for granted about the caches. A placement carries its assumption and a report prints it.
///
/// An assumption is a type with a name, what it means in a sentence, whether it takes anything off a demand on DRAM, whether it needs the size of the
/// last-level cache for that, and how much it leaves: `moved(amount, bytes of the cache)`.
namespace roofline::inline ROOFLINE_ABI {

/// Nothing is resident at the start, and every result reaches DRAM: the literature's roofline.
struct cold_assumption {
    static constexpr std::string_view name = "cold"sv;
    static constexpr std::string_view meaning = "nothing is in cache at the start, and every result reaches dram"sv;
    static constexpr bool spares_dram = false;
    static constexpr bool needs_cache = false;
    static constexpr double moved(const amount& a, double) { return a.total; }
};
inline constexpr cold_assumption cold{};

/// Whatever fits may have been in the last-level cache before, and may stay there after: DRAM moves
/// max(0, reads - C) + max(0, writes - C) byte, C being the cache. A floor that holds for any history.
struct any_cache_assumption {
    static constexpr std::string_view name = "any_cache"sv;
    static constexpr std::string_view meaning = "the last-level cache may hold any operand before and any result after"sv;
    static constexpr bool spares_dram = true;
    static constexpr bool needs_cache = true;
    static constexpr double moved(const amount& a, double cache) {
        return (a.read() > cache ? a.read() - cache : 0) + (a.written() > cache ? a.written() - cache : 0);
    }
};
inline constexpr any_cache_assumption any_cache{};

template<class A>
concept cache_assumption = requires(const amount& a) {
    { A::name } -> std::convertible_to<std::string_view>;
    { A::meaning } -> std::convertible_to<std::string_view>;
    { A::spares_dram } -> std::convertible_to<bool>;
    { A::needs_cache } -> std::convertible_to<bool>;
    { A::moved(a, 0.0) } -> std::same_as<double>;
};

}  // namespace roofline
