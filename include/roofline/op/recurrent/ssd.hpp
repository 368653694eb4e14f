// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/recurrent/kernel.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::recurrent {

struct ssd_update_kernel {
    static constexpr std::string_view name = "ssd_update"sv;
    static constexpr operand operands[] = {{"state", "bhpn"}, {"x", "bhp"},  {"dt", "bh"},
                                           {"a", "h"},        {"in", "bgn"}, {"out", "bgn"}};
    static constexpr std::string_view result = "bhp"sv;
    static constexpr bool chunked = false;
    static constexpr bool decays = true;
    static constexpr operations cost(const extents& e, std::int64_t) {
        const double heads = e('b') * e('h');
        return {0, heads * (1 + e('p') + 5 * e('p') * e('n')), heads};
    }
};

struct ssd_kernel {
    static constexpr std::string_view name = "ssd"sv;
    static constexpr operand operands[] = {{"state", "bhpn"}, {"x", "bshp"},  {"dt", "bsh"},
                                           {"a", "h"},        {"in", "bsgn"}, {"out", "bsgn"}};
    static constexpr std::string_view result = "bshp"sv;
    static constexpr bool chunked = true;
    static constexpr bool decays = true;
    static constexpr operations cost(const extents& e, std::int64_t length) {
        const double b = e('b'), g = e('g'), h = e('h'), p = e('p'), n = e('n');
        return over_chunks(e('s'), length, [=](double l) {
            const operations head{2 * p * (pairs(l) + 2 * l * n), 3 * l + 4 * l * p + 2 * pairs(l) + 2 * n * p,
                                  pairs(l) + 2 * l};
            const operations group{2 * pairs(l) * n, 0, 0};
            return b * h * head + b * g * group;
        });
    }
};

}  // namespace detail::recurrent

/// One token through the state of a Mamba-2 layer: state (b,h,p,n), x (b,h,p), dt (b,h), a (h), B (b,g,n), C (b,g,n) ->
/// (b,h,p). h heads of p elements, n the size of the state, B and C shared by h / g heads; state = 2^(a dt) state + dt x B,
/// y = C state.
///
/// FLOP     b h (1 + p + 5 p n) on vector_math<fp32> unless math<> says otherwise, and 1 exp2 a head.
/// Traffic  every operand read, the state and the result written.
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   ranks, extents that differ, heads that are no multiple of groups, integers: do not compile, or throw
///          shape_error.
/// Source   Dao and Gu 2024, arXiv 2405.21060. (The factor log2 e is part of a; softplus of dt, D x and the gate
///          are elementwise operators of their own.)
template<class S, class X, class Dt, class A, class B, class C, class... Options>
constexpr auto ssd_update(const S& state, const X& x, const Dt& dt, const A& a, const B& in, const C& out,
                          const Options&...) {
    return detail::recurrent::checked<detail::recurrent::ssd_update_kernel, 1, 4>(detail::recurrent::given<Options...>{}, 1,
                                                                                  state, x, dt, a, in, out);
}

/// A prompt of s tokens through the state of a Mamba-2 layer, in chunks of l: state (b,h,p,n), x (b,s,h,p), dt (b,s,h), a
/// (h), B (b,s,g,n), C (b,s,g,n) -> (b,s,h,p). Within a chunk it is masked attention, between chunks the state is passed on.
///
/// FLOP     a chunk: l (l + 1) / 2 pairs; 2 n a pair and group (C B) and 2 p a pair and head (times x), 2 n p a token and
///          head to read the state and as much to add to it, all in the common math of x and B; the decays and their
///          products on vector_math<fp32>, and exp2. The last chunk may be shorter.
/// Traffic  every operand read, the state and the result written: states between chunks stay on the chip.
/// Options  chunk<l> (default 256, as in the authors' code), out<T>, math<In, Accumulate, Sparsity> of the products, on<R>.
/// Errors   as ssd_update.
/// Source   Dao and Gu 2024, arXiv 2405.21060, section 6 and listing 1. Others count the masked half of a chunk, too.
template<class S, class X, class Dt, class A, class B, class C, class... Options>
constexpr auto ssd(const S& state, const X& x, const Dt& dt, const A& a, const B& in, const C& out,
                   const Options&... options) {
    return detail::recurrent::checked<detail::recurrent::ssd_kernel, 1, 4>(
        detail::recurrent::given<Options...>{}, detail::recurrent::chunk_of(256, options...), state, x, dt, a, in, out);
}

}  // namespace roofline
