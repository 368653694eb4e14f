// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <cstdint>
#include <limits>
#include <string_view>

namespace roofline::inline ROOFLINE_ABI::diagnostic {

/// An extent that is not known; sentences print it as "dyn".
inline constexpr std::int64_t unknown = (std::numeric_limits<std::int64_t>::min)();

/// What fills a place in a sentence: a text, a number, or the extents of a tensor, printed as (8,dyn,128).
struct part {
    constexpr part(std::string_view what) : text(what) {}
    constexpr part(const char* what) : text(what) {}
    constexpr part(std::int64_t what) : number(what), is_number(true) {}
    constexpr part(int what) : number(what), is_number(true) {}
    constexpr part(const std::int64_t* of, int count) : extents(of), rank(count) {}

    std::string_view text{};
    std::int64_t number = 0;
    bool is_number = false;
    const std::int64_t* extents = nullptr;
    int rank = 0;
};

}  // namespace roofline::diagnostic
