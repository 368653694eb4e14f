// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>

namespace roofline::inline ROOFLINE_ABI {

struct three_pass_option {
    static constexpr std::string_view name = "three_pass"sv;
};
/// A softmax that reads its operand for the maxima, for the sums and for the result.
inline constexpr three_pass_option three_pass{};

namespace detail::elementwise {
struct softmax_kernel : kernel {
    static constexpr std::string_view name = "softmax"sv;
    using options = known<any_out, any_engine, three_pass_option>;
    using calls = functions<special::exp2, special::reciprocal>;
    static constexpr cost element{4, 1, 0};  // maximum, difference, sum, product; exp2
    static constexpr cost row(std::int64_t) { return {0, 0, 1}; }
};
struct three_pass_softmax_kernel : softmax_kernel {
    static constexpr int reads = 3;
};
}  // namespace detail::elementwise

/// Softmax over the last axis: (...,n) -> (...,n).
///
/// FLOP     5 per element: the maximum, the difference from it, exp2 (which takes the factor log2 e into its operand), the
///          sum, and the product with the reciprocal of the sum. 1 exp2 per element and 1 reciprocal a row are special_math;
///          4 per element run on vector_math<fp32> unless math<> says otherwise.
/// Traffic  read + write. three_pass: 2 more reads.
/// Options  three_pass, out<T> (default: the format of x), math<T>, on<R>.
/// Errors   integer formats, rank 0: do not compile.
/// Source   Milakov and Gimelshein 2018, arXiv 1805.02867 (its "safe softmax" is the three passes).
template<class X, class... Options>
    requires detail::ours<X>
constexpr auto softmax(const X& x, const Options&... options) {  // (...,n) -> (...,n)
    using namespace detail::elementwise;
    return pointwise<kernel_by<three_pass_option, three_pass_softmax_kernel, softmax_kernel, Options...>>(x, options...);
}

}  // namespace roofline
