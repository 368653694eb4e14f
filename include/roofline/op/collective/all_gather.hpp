// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/collective/exchange.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// The shards of all ranks, one after the other, on every rank: (m,...) -> (N m,...).
///
/// Link     (N-1) |x| in one direction: (N-1)/N of the result.
/// Traffic  x read, the result written, at this rank. One rank moves nothing.
/// Errors   rank 0, fewer ranks than one, a result of more than 2^53 elements: do not compile, or throw shape_error.
template<class Network, class T, std::int64_t First, std::int64_t... E, std::int64_t N>
constexpr auto all_gather(const tensor<T, First, E...>& x, const count<rank_count, N>& ranks) {  // (m,...) -> (N m,...)
    using xs = tensor<T, First, E...>;
    using given = count<rank_count, N>;
    if constexpr (detail::refused_count<given>) {
        detail::refuse_count<given>{};
        return poison{};
    } else if constexpr (!detail::gatherable(detail::extents_of_type<xs>::value, N)) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_gathered_fault<"all_gather", xs, N>>>,
                      "all_gather: the result has too many elements");
        return poison{};
    } else {
        const std::int64_t n = detail::value_of(ranks);
        const detail::shape_view shape = detail::shape_of(x);
        if (!detail::gatherable(shape, n))
            detail::the_extents_of_a_collective_must_fit_its_ranks(detail::gathered_fault("all_gather", shape, n));
        const auto y = detail::with_first_extent<tensor<T, detail::extent_times(First, N), E...>>(x, shape[0] * n);
        const double sent = static_cast<double>(n - 1) * detail::bytes(detail::bits_of(x));
        return detail::make_operation(
            detail::exchange_list<Network>{
                {{{sent, 0}, detail::unless_alone(n, detail::moved(detail::bits_of(x), detail::bits_of(y)))}}},
            y, detail::tensors<xs>{x, {}});
    }
}

/// Anything but a tensor of at least rank 1 and ranks.
template<class Network, class X, class... Others>
constexpr poison all_gather(const X&, const Others&...) {
    static_assert(detail::is_poison<X>, "all_gather: takes a tensor of at least rank 1 and ranks<N>");
    return {};
}

/// The sum of a tensor of every rank, a shard of it on each: (N m,...) -> (m,...).
///
/// Link     (N-1) |result| in one direction: (N-1)/N of x.
/// FLOP     (N-1)/N a value of x on vector_math<fp32>.
/// Traffic  x read, the result written, at this rank. One rank moves nothing.
/// Options  math<T>, on<R>.
/// Errors   rank 0, fewer ranks than one, a first extent that is no multiple of the ranks: do not compile, or throw
///          shape_error.
template<class Network, class T, std::int64_t First, std::int64_t... E, std::int64_t N, class... Options>
constexpr auto reduce_scatter(const tensor<T, First, E...>& x, const count<rank_count, N>& ranks,
                              const Options&...) {  // (N m,...) -> (m,...)
    using xs = tensor<T, First, E...>;
    using given = count<rank_count, N>;
    static_assert((detail::names_engine<Options> && ...), "reduce_scatter: after the ranks come math<> or on<>");
    if constexpr (!detail::given_once<Options...>) {
        return detail::refuse_repeated<detail::given_once<Options...>>();
    } else if constexpr (detail::refused_count<given>) {
        detail::refuse_count<given>{};
        return poison{};
    } else if constexpr (!detail::divides(N, First)) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_uneven_fault<"reduce_scatter", xs, N>>>,
                      "reduce_scatter: the first extent must be a multiple of the ranks");
        return poison{};
    } else {
        const std::int64_t n = detail::value_of(ranks);
        const detail::shape_view shape = detail::shape_of(x);
        if (!detail::divides(n, shape[0]))
            detail::the_extents_of_a_collective_must_fit_its_ranks(detail::uneven_fault("reduce_scatter", shape, n));
        const auto y = detail::with_first_extent<tensor<T, detail::extent_over(First, N), E...>>(x, shape[0] / n);
        const double others = static_cast<double>(n - 1);
        return detail::make_operation(
            detail::reduction_list<Network, Options...>{
                {{{others * static_cast<double>(elements(y)), 0},
                  {others * detail::bytes(detail::bits_of(y)), 0},
                  detail::unless_alone(n, detail::moved(detail::bits_of(x), detail::bits_of(y)))}}},
            y, detail::tensors<xs>{x, {}});
    }
}

/// Anything but a tensor of at least rank 1 and ranks.
template<class Network, class X, class... Others>
constexpr poison reduce_scatter(const X&, const Others&...) {
    static_assert(detail::is_poison<X>, "reduce_scatter: takes a tensor of at least rank 1 and ranks<N>");
    return {};
}

}  // namespace roofline
