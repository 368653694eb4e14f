// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/recurrent/kernel.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::recurrent {

struct gated_delta_update_kernel {
    static constexpr std::string_view name = "gated_delta_update"sv;
    static constexpr operand operands[] = {{"state", "bhed"}, {"q", "bgd"},   {"k", "bgd"},
                                           {"v", "bhe"},      {"gate", "bh"}, {"beta", "bh"}};
    static constexpr std::string_view result = "bhe"sv;
    static constexpr bool chunked = false;
    static constexpr bool decays = true;
    static constexpr operations cost(const extents& x, std::int64_t) {
        const double heads = x('b') * x('h');
        return {0, heads * x('e') * (7 * x('d') + 2), heads};
    }
};

struct gated_delta_kernel {
    static constexpr std::string_view name = "gated_delta"sv;
    static constexpr operand operands[] = {{"state", "bhed"}, {"q", "bsgd"},   {"k", "bsgd"},
                                           {"v", "bshe"},     {"gate", "bsh"}, {"beta", "bsh"}};
    static constexpr std::string_view result = "bshe"sv;
    static constexpr bool chunked = true;
    static constexpr bool decays = true;
    static constexpr operations cost(const extents& x, std::int64_t length) {
        const double b = x('b'), g = x('g'), h = x('h'), e = x('e'), d = x('d');
        return over_chunks(x('s'), length, [=](double l) {
            const operations head{2 * e * (pairs(l) + strict_pairs(l) + 3 * l * d),
                                  2 * l + 7 * l * e + 2 * pairs(l) + 2 * strict_pairs(l) + 2 * d * e, pairs(l) + 2 * l};
            const operations group{2 * d * (pairs(l) + strict_pairs(l)), 0, 0};
            return b * h * head + b * g * group;
        });
    }
};

}  // namespace detail::recurrent

/// One token by the gated delta rule: state (b,h,e,d), q (b,g,d), k (b,g,d), v (b,h,e), gate (b,h), beta (b,h) -> (b,h,e).
/// h heads share the keys of g groups; state = 2^gate state, then state = state + beta (v - state k) k, y = state q.
///
/// FLOP     b h e (7 d + 2) on vector_math<fp32> unless math<> says otherwise, and 1 exp2 a head.
/// Traffic  every operand read, the state and the result written.
/// Options  out<T> (default: the format of v), math<T>, on<R>.
/// Errors   ranks, extents that differ, heads that are no multiple of groups, integers: do not compile, or throw
///          shape_error.
/// Source   Yang, Kautz, Hatamizadeh 2024, arXiv 2412.06464, section 3. (The factor log2 e is part of the gate.)
template<class S, class Q, class K, class V, class G, class B, class... Options>
constexpr auto gated_delta_update(const S& state, const Q& q, const K& k, const V& v, const G& gate, const B& beta,
                                  const Options&...) {
    return detail::recurrent::checked<detail::recurrent::gated_delta_update_kernel, 3, 2>(
        detail::recurrent::given<Options...>{}, 1, state, q, k, v, gate, beta);
}

/// The same of s tokens in chunks of l: state (b,h,e,d), q (b,s,g,d), k (b,s,g,d), v (b,s,h,e), gate (b,s,h), beta (b,s,h)
/// -> (b,s,h,e).
///
/// FLOP     a chunk: products of keys with earlier keys and of queries with keys up to theirs, 2 d a pair and group;
///          the values that the rule adds by forward substitution over earlier ones, 2 e a pair and head; scores times these
///          values, 2 e; state times keys, state times queries and the new state, 2 d e each a token and head. All in the
///          common math of v and k; the decays and their products on vector_math<fp32>, and exp2. The last chunk may be
///          shorter.
/// Traffic  every operand read, the state and the result written: states between chunks stay on the chip.
/// Options  chunk<l> (default 64), out<T>, math<In, Accumulate, Sparsity> of the products, on<R>.
/// Errors   as gated_delta_update.
/// Source   Yang, Kautz, Hatamizadeh 2024, arXiv 2412.06464, section 3. Kernels that form the inverse of the triangular
///          matrix, or compute the masked half of a chunk, do more.
template<class S, class Q, class K, class V, class G, class B, class... Options>
constexpr auto gated_delta(const S& state, const Q& q, const K& k, const V& v, const G& gate, const B& beta,
                           const Options&... options) {
    return detail::recurrent::checked<detail::recurrent::gated_delta_kernel, 3, 2>(
        detail::recurrent::given<Options...>{}, detail::recurrent::chunk_of(64, options...), state, q, k, v, gate, beta);
}

}  // namespace roofline
