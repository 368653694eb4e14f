// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/error.hpp>
#include <roofline/model/pass.hpp>

/// Whether the numbers of a configuration can be those of a model.
///
/// A block states what must hold of its own as
///
///     template<class Check>
///     constexpr void must_hold(Check& c) const {
///         c.at_least("the number of query heads", heads, 1);
///     }
///
/// and may leave it out. A phase asks each block when it is made: once whether all holds, and if not, what does not.
namespace roofline::inline ROOFLINE_ABI::detail {

/// Whether all holds.
struct soundness {
    const pass& extents;
    bool sound = true;

    ROOFLINE_ALWAYS_INLINE
    constexpr void at_least(std::string_view, std::int64_t value, std::int64_t least) { sound = sound && value >= least; }
    ROOFLINE_ALWAYS_INLINE
    constexpr void at_most(std::string_view, std::int64_t value, std::string_view, std::int64_t most) {
        sound = sound && value <= most;
    }
    ROOFLINE_ALWAYS_INLINE
    constexpr void multiple(std::string_view, std::int64_t value, std::string_view, std::int64_t of) {
        sound = sound && of >= 1 && value % of == 0;
    }
};

/// The first that does not, in a sentence.
struct first_fault {
    const pass& extents;
    std::string_view model;
    sentence text{};

    constexpr void at_least(std::string_view what, std::int64_t value, std::int64_t least) {
        if (value < least && begins(what, value)) text.add("at least {}", {least});
    }
    constexpr void at_most(std::string_view what, std::int64_t value, std::string_view whose, std::int64_t most) {
        if (value > most && begins(what, value)) text.add("at most {}, {}", {whose, most});
    }
    constexpr void multiple(std::string_view what, std::int64_t value, std::string_view whose, std::int64_t of) {
        if ((of < 1 || value % of != 0) && begins(what, value)) text.add("a multiple of {}, {}", {whose, of});
    }

private:
    constexpr bool begins(std::string_view what, std::int64_t value) {
        if (text.size() > 0) return false;
        text.add("{}: {} is {} and must be ", {model, what, value});
        return true;
    }
};

/// Asks a block that has something to say.
template<class Block, class Check>
ROOFLINE_ALWAYS_INLINE
constexpr void check_block(const Block& block, Check& c) {
    if constexpr (requires { block.must_hold(c); }) block.must_hold(c);
}

}  // namespace roofline::detail
