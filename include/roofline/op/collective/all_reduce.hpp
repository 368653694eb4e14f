// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/collective/exchange.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// How an all_reduce goes about it.
enum class all_reduce_algorithm {
    bound,     // no algorithm: what none can do without
    ring,      // a reduce_scatter and an all_gather around a ring
    one_shot,  // everybody sends all to everybody and adds by itself
    tree,      // two binary trees, each with half of the buffer
    in_switch  // the network adds and copies: NVLink SHARP
};
template<all_reduce_algorithm Algorithm>
struct all_reduce_option {};
inline constexpr all_reduce_option<all_reduce_algorithm::ring> ring{};
inline constexpr all_reduce_option<all_reduce_algorithm::one_shot> one_shot{};
inline constexpr all_reduce_option<all_reduce_algorithm::tree> tree{};
inline constexpr all_reduce_option<all_reduce_algorithm::in_switch> in_switch{};

namespace detail {

template<class Option>
inline constexpr bool is_reduction = false;
template<all_reduce_algorithm Algorithm>
inline constexpr bool is_reduction<all_reduce_option<Algorithm>> = true;

template<all_reduce_algorithm Algorithm>
struct what_is_said<all_reduce_option<Algorithm>> {
    using type = all_reduce_algorithm;
};

constexpr all_reduce_algorithm reduction_among() { return all_reduce_algorithm::bound; }
template<class First, class... Rest>
constexpr all_reduce_algorithm reduction_among(const First&, const Rest&... rest) {
    return reduction_among(rest...);
}
template<all_reduce_algorithm Algorithm, class... Rest>
constexpr all_reduce_algorithm reduction_among(const all_reduce_option<Algorithm>&, const Rest&...) {
    return Algorithm;
}

/// Of a buffer, what the busiest rank sends and what it adds: numerators over the denominator.
struct reduction_shares {
    double sent = 0;
    double added = 0;
    double over = 1;
};
constexpr reduction_shares shares_of(all_reduce_algorithm algorithm, std::int64_t ranks) {
    const double n = static_cast<double>(ranks);
    if (ranks == 1) return {0, 0, 1};
    switch (algorithm) {
        case all_reduce_algorithm::ring: return {2 * (n - 1), n - 1, n};
        case all_reduce_algorithm::one_shot: return {n - 1, n - 1, 1};
        // With one half the busiest is inside: a half up, two halves down, two additions. With the other it is a leaf: a
        // half up. Two ranks have no such place, and of three none has a parent and two children.
        case all_reduce_algorithm::tree:
            return ranks == 2   ? reduction_shares{2, 1, 2}
                   : ranks == 3 ? reduction_shares{3, 2, 2}
                                : reduction_shares{2, 1, 1};
        case all_reduce_algorithm::in_switch: return {n + 1, 0, n};
        case all_reduce_algorithm::bound: break;
    }
    return {n, n - 1, n};
}

template<class List>
constexpr List all_reduce_demands(all_reduce_algorithm algorithm, std::int64_t ranks, std::int64_t values, std::int64_t bits) {
    const reduction_shares share = shares_of(algorithm, ranks);
    return {{{{share.added * static_cast<double>(values) / share.over, 0},
              {share.sent * bytes(bits) / share.over, 0},
              unless_alone(ranks, moved(bits, bits))}}};
}

}  // namespace detail

/// The sum of a tensor of every rank, on every rank: (...) -> (...), each of N ranks: all_reduce<scale_up>(x, ranks<8>).
///
/// Link     of the busiest rank, in one direction: |x|, the least there is. By name: ring 2(N-1)/N |x|, one_shot (N-1) |x|,
///          tree 2 |x| (3/2 of three ranks, 1 of two), in_switch (N+1)/N |x|. One rank moves nothing.
/// FLOP     (N-1)/N a value on vector_math<fp32>: N-1 additions shared by N ranks. one_shot N-1; tree, whose busiest rank
///          adds more than its share, 1 (1/2 of two); in_switch none.
/// Traffic  x read, the result written, at this rank.
/// Options  ring, one_shot, tree, in_switch, math<T>, on<R>.
/// Errors   fewer ranks than one: do not compile, or throw shape_error.
/// Source   ring: Patarasuk and Yuan 2009; tree: Sanders, Speck, Traeff 2009.
template<class Network, class T, std::int64_t... E, std::int64_t N, class... Options>
constexpr auto all_reduce(const tensor<T, E...>& x, const count<rank_count, N>& ranks,
                          const Options&... options) {  // (...) -> (...)
    static_assert(((detail::names_engine<Options> || detail::is_reduction<Options>) && ...),
                  "all_reduce: after the ranks come ring, one_shot, tree, in_switch, math<> or on<>");
    if constexpr (!detail::given_once<Options...>) {
        return detail::refuse_repeated<detail::given_once<Options...>>();
    } else if constexpr (detail::refused_count<count<rank_count, N>>) {
        detail::refuse_count<count<rank_count, N>>{};
        return poison{};
    } else {
        using list = detail::reduction_list<Network, Options...>;
        return detail::make_operation(detail::all_reduce_demands<list>(detail::reduction_among(options...),
                                                                       detail::value_of(ranks), elements(x),
                                                                       detail::bits_of(x)),
                                      x, detail::tensors<tensor<T, E...>>{x, {}});
    }
}

/// Anything but a tensor and ranks.
template<class Network, class X, class... Others>
constexpr poison all_reduce(const X&, const Others&...) {
    static_assert(detail::is_poison<X>, "all_reduce: takes a tensor and ranks<N>");
    return {};
}

}  // namespace roofline
