// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/collective/exchange.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// Every rank sends a part of its tensor to each: (N m,...) -> (N m,...), part i of rank j becomes part j of rank i.
///
/// Link     N-1 of the N parts in one direction: (N-1)/N |x|.
/// Traffic  x read, the result written, at this rank. One rank moves nothing.
/// Errors   rank 0, fewer ranks than one, a first extent that is no multiple of the ranks: do not compile, or throw
///          shape_error.
template<class Network, class T, std::int64_t First, std::int64_t... E, std::int64_t N>
constexpr auto all_to_all(const tensor<T, First, E...>& x, const count<rank_count, N>& ranks) {  // (N m,...) -> (N m,...)
    using xs = tensor<T, First, E...>;
    using given = count<rank_count, N>;
    if constexpr (detail::refused_count<given>) {
        detail::refuse_count<given>{};
        return poison{};
    } else if constexpr (!detail::divides(N, First)) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_uneven_fault<"all_to_all", xs, N>>>,
                      "all_to_all: the first extent must be a multiple of the ranks");
        return poison{};
    } else {
        const std::int64_t n = detail::value_of(ranks);
        const detail::shape_view shape = detail::shape_of(x);
        if (!detail::divides(n, shape[0]))
            detail::the_extents_of_a_collective_must_fit_its_ranks(detail::uneven_fault("all_to_all", shape, n));
        const auto part = detail::with_first_extent<tensor<T, detail::extent_over(First, N), E...>>(x, shape[0] / n);
        const std::int64_t bits = detail::bits_of(x);
        return detail::make_operation(
            detail::exchange_list<Network>{{{{static_cast<double>(n - 1) * detail::bytes(detail::bits_of(part)), 0},
                                             detail::unless_alone(n, detail::moved(bits, bits))}}},
            x, detail::tensors<xs>{x, {}});
    }
}

/// Anything but a tensor of at least rank 1 and ranks.
template<class Network, class X, class... Others>
constexpr poison all_to_all(const X&, const Others&...) {
    static_assert(detail::is_poison<X>, "all_to_all: takes a tensor of at least rank 1 and ranks<N>");
    return {};
}

}  // namespace roofline
