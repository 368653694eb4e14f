// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/recurrent/kernel.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::recurrent {

struct conv1d_update_kernel {
    static constexpr std::string_view name = "conv1d_update"sv;
    static constexpr operand operands[] = {{"state", "bcv"}, {"x", "bc"}, {"weight", "cw"}};
    static constexpr std::string_view result = "bc"sv;
    static constexpr bool chunked = false;
    static constexpr bool decays = false;
    static constexpr operations cost(const extents& x, std::int64_t) { return {0, 2 * x('b') * x('c') * x('w'), 0}; }
};

}  // namespace detail::recurrent

/// One token of a short causal convolution, each channel alone: state (b,c,w-1), x (b,c), weight (c,w) -> (b,c). The state
/// is the last inputs, which move on by one.
///
/// FLOP     2 b c w on vector_math<fp32> unless math<> says otherwise. w is 4 in Mamba.
/// Traffic  every operand read, the state and the result written.
/// Options  out<T> (default: the format of x), math<T>, on<R>.
/// Errors   ranks, extents that differ, a state of another length, integers: do not compile, or throw shape_error.
/// Source   Gu and Dao 2023, arXiv 2312.00752. A kernel that keeps the inputs in a ring writes less.
template<class S, class X, class W, class... Options>
constexpr auto conv1d_update(const S& state, const X& x, const W& weight, const Options&...) {
    return detail::recurrent::checked<detail::recurrent::conv1d_update_kernel, 1, 2>(detail::recurrent::given<Options...>{},
                                                                                     1, state, x, weight);
}

}  // namespace roofline
