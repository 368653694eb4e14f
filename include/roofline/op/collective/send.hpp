// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/collective/exchange.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// A tensor to one other device, or to the host: (...) -> (...), the result there. Where each pair has a link of its own,
/// send<peer<scale_up>>(x) goes over that one; send<scale_up>(x) has all that the device can send.
///
/// Link     |x| in one direction.
/// Traffic  x read, at the sender. (The other end writes as much to a memory of its own.)
template<class Network, class T, std::int64_t... E>
constexpr auto send(const tensor<T, E...>& x) {  // (...) -> (...)
    const std::int64_t bits = detail::bits_of(x);
    return detail::make_operation(detail::exchange_list<Network>{{{{detail::bytes(bits), 0}, detail::moved(bits, 0)}}}, x,
                                  detail::tensors<tensor<T, E...>>{x, {}});
}

/// Anything but a tensor.
template<class Network, class X>
constexpr poison send(const X&) {
    static_assert(detail::is_poison<X>, "send: takes a tensor");
    return {};
}

/// A tensor of one rank, on every rank: (...) -> (...).
///
/// Link     |x| in one direction: each rank but one receives it. One rank moves nothing.
/// Traffic  the result written, at a rank that receives. (The rank that has it reads as much.)
/// Errors   fewer ranks than one: do not compile, or throw shape_error.
template<class Network, class T, std::int64_t... E, std::int64_t N>
constexpr auto broadcast(const tensor<T, E...>& x, const count<rank_count, N>& ranks) {  // (...) -> (...)
    using given = count<rank_count, N>;
    if constexpr (detail::refused_count<given>) {
        detail::refuse_count<given>{};
        return poison{};
    } else {
        const std::int64_t n = detail::value_of(ranks);
        const std::int64_t bits = detail::bits_of(x);
        return detail::make_operation(
            detail::exchange_list<Network>{
                {{detail::unless_alone(n, {detail::bytes(bits), 0}), detail::unless_alone(n, detail::moved(0, bits))}}},
            x, detail::tensors<tensor<T, E...>>{x, {}});
    }
}

/// Anything but a tensor and ranks.
template<class Network, class X, class... Others>
constexpr poison broadcast(const X&, const Others&...) {
    static_assert(detail::is_poison<X>, "broadcast: takes a tensor and ranks<N>");
    return {};
}

}  // namespace roofline
