// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/query/questions.hpp>

#include <optional>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {
/// std::int64_t, but known only with Make: std::optional of it is then compiled where a search is, and not with the header.
template<class Make>
struct found {
    using type = std::int64_t;
};

[[noreturn]] inline void a_search_range_must_not_be_empty() { throw_shape_error("a search range must not be empty: lo <= hi"); }
}  // namespace detail

/// The smallest x in [lo, hi] for which make(x) is compute-bound on a machine; nothing where no x is.
///
/// Precondition: the verdict flips at most once over the range, from another bound to compute, as it does over the rows
/// of a matmul. Where it may flip more often, use scan_compute_bound. At most 1 + ceil(log2(hi - lo + 1)) placements.
/// Error: lo > hi throws shape_error.
template<class Make, class Machine, class... A>
constexpr std::optional<typename detail::found<Make>::type> first_compute_bound(Make&& make, const Machine& m,
                                                                                std::int64_t lo, std::int64_t hi,
                                                                                A... assumption) {
    if (lo > hi) detail::a_search_range_must_not_be_empty();
    if (!compute_bound(make(hi), m, assumption...)) return std::nullopt;
    while (lo < hi) {
        // Both ends may be far apart: no difference of them is formed in signed arithmetic.
        const std::int64_t middle =
            lo + static_cast<std::int64_t>((static_cast<std::uint64_t>(hi) - static_cast<std::uint64_t>(lo)) / 2);
        if (compute_bound(make(middle), m, assumption...))
            hi = middle;
        else
            lo = middle + 1;
    }
    return lo;
}

/// The same for any verdict, by trying every x from lo on.
template<class Make, class Machine, class... A>
constexpr std::optional<typename detail::found<Make>::type> scan_compute_bound(Make&& make, const Machine& m,
                                                                               std::int64_t lo, std::int64_t hi,
                                                                               A... assumption) {
    if (lo > hi) detail::a_search_range_must_not_be_empty();
    for (std::int64_t x = lo;; ++x) {
        if (compute_bound(make(x), m, assumption...)) return x;
        if (x == hi) return std::nullopt;
    }
}

}  // namespace roofline
