// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/recurrent/kernel.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::recurrent {

struct linear_attention_update_kernel {
    static constexpr std::string_view name = "linear_attention_update"sv;
    static constexpr operand operands[] = {{"state", "bhed"}, {"q", "bgd"}, {"k", "bgd"}, {"v", "bhe"}};
    static constexpr std::string_view result = "bhe"sv;
    static constexpr bool chunked = false;
    static constexpr bool decays = false;
    static constexpr operations cost(const extents& x, std::int64_t) {
        return {0, 4 * x('b') * x('h') * x('e') * x('d'), 0};
    }
};

struct linear_attention_kernel {
    static constexpr std::string_view name = "linear_attention"sv;
    static constexpr operand operands[] = {{"state", "bhed"}, {"q", "bsgd"}, {"k", "bsgd"}, {"v", "bshe"}};
    static constexpr std::string_view result = "bshe"sv;
    static constexpr bool chunked = true;
    static constexpr bool decays = false;
    static constexpr operations cost(const extents& x, std::int64_t length) {
        const double b = x('b'), g = x('g'), h = x('h'), e = x('e'), d = x('d');
        return over_chunks(x('s'), length, [=](double l) {
            const operations head{2 * e * (pairs(l) + 2 * l * d), l * e + e * d, 0};
            const operations group{2 * pairs(l) * d, 0, 0};
            return b * h * head + b * g * group;
        });
    }
};

}  // namespace detail::recurrent

/// One token of attention without softmax: state (b,h,e,d), q (b,g,d), k (b,g,d), v (b,h,e) -> (b,h,e). h heads share the
/// keys of g groups; state = state + v k, y = state q.
///
/// FLOP     4 b h e d on vector_math<fp32> unless math<> says otherwise. (A decay makes it ssd_update.)
/// Traffic  every operand read, the state and the result written.
/// Options  out<T> (default: the format of v), math<T>, on<R>.
/// Errors   ranks, extents that differ, heads that are no multiple of groups, integers: do not compile, or throw
///          shape_error.
/// Source   Katharopoulos et al. 2020, arXiv 2006.16236, without the normaliser.
template<class S, class Q, class K, class V, class... Options>
constexpr auto linear_attention_update(const S& state, const Q& q, const K& k, const V& v, const Options&...) {
    return detail::recurrent::checked<detail::recurrent::linear_attention_update_kernel, 3, 2>(
        detail::recurrent::given<Options...>{}, 1, state, q, k, v);
}

/// The same of s tokens in chunks of l: state (b,h,e,d), q (b,s,g,d), k (b,s,g,d), v (b,s,h,e) -> (b,s,h,e).
///
/// FLOP     a chunk: l (l + 1) / 2 pairs; 2 d a pair and group, 2 e a pair and head, 2 d e a token and head to read the
///          state and as much to add to it, in the common math of v and k; the sums of both parts on vector_math<fp32>.
/// Traffic  every operand read, the state and the result written.
/// Options  chunk<l> (default 64), out<T>, math<In, Accumulate, Sparsity> of the products, on<R>.
/// Errors   as linear_attention_update.
/// Source   Yang et al. 2023, arXiv 2312.06635, the chunkwise form.
template<class S, class Q, class K, class V, class... Options>
constexpr auto linear_attention(const S& state, const Q& q, const K& k, const V& v, const Options&... options) {
    return detail::recurrent::checked<detail::recurrent::linear_attention_kernel, 3, 2>(
        detail::recurrent::given<Options...>{}, detail::recurrent::chunk_of(64, options...), state, q, k, v);
}

}  // namespace roofline
