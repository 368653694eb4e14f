// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// What a reduction over the last axis gives; all cost the same.
namespace reduce {
template<char>
struct option {
    static constexpr std::string_view name = "reduce::sum, reduce::max, reduce::min"sv;
};
inline constexpr option<'+'> sum{};
inline constexpr option<'>'> max{};
inline constexpr option<'<'> min{};
}  // namespace reduce

struct work_efficient_option {
    static constexpr std::string_view name = "work_efficient"sv;
};
/// A scan as a tree, up and down: more additions in fewer steps.
inline constexpr work_efficient_option work_efficient{};

namespace detail::elementwise {
struct any_reduction {
    static constexpr std::string_view name = reduce::option<'+'>::name;
};
template<char By>
inline constexpr bool is_kind<any_reduction, reduce::option<By>> = true;
}  // namespace detail::elementwise
template<char By>
struct detail::what_is_said<reduce::option<By>> {
    using type = detail::elementwise::any_reduction;
};
namespace detail::elementwise {

struct reduction_kernel : kernel {
    static constexpr std::string_view name = "reduction"sv;
    using options = known<any_out, any_engine, any_reduction>;
    using shape = without_last;
    static constexpr cost element{1};
    static constexpr bool integers = true;
};
struct argmax_kernel : reduction_kernel {
    static constexpr std::string_view name = "argmax"sv;
    using options = known<any_out, any_engine>;
    template<class>
    using result = i32;
};
struct scan_kernel : kernel {
    static constexpr std::string_view name = "scan"sv;
    using options = known<any_out, any_engine, work_efficient_option>;
    static constexpr cost element{1};
    static constexpr bool integers = true;
};
/// Additions of a tree over a row: up, every second, fourth, ... element takes in the one so far before it; down, the ones
/// between take in their left neighbours. The first is added onto zero.
constexpr double tree_additions(std::int64_t n) {
    std::int64_t additions = 1;
    for (std::int64_t stride = 2; stride / 2 < n; stride *= 2) additions += n / stride + (n - stride / 2) / stride;
    return static_cast<double>(additions);
}
struct tree_scan_kernel : scan_kernel {
    static constexpr cost element{};
    static constexpr cost row(std::int64_t n) { return {tree_additions(n)}; }
};
struct sampling_kernel : kernel {
    static constexpr std::string_view name = "sampling"sv;
    using shape = without_last;
    using calls = functions<special::exp2, special::reciprocal>;
    static constexpr cost element{6, 1, 0};  // those of softmax, the prefix sum, the comparison
    static constexpr cost row(std::int64_t) { return {0, 0, 1}; }
    template<class>
    using result = i32;
};
}  // namespace detail::elementwise

/// The sum over the last axis, its largest or its smallest element: (...,n) -> (...).
///
/// FLOP     n a row (the first is added onto zero), on vector_math<fp32> unless math<> says otherwise.
/// Traffic  read, and one element a row written.
/// Options  reduce::sum (the default), reduce::max, reduce::min; out<T> (default: the format of x), math<T>, on<R>.
/// Errors   rank 0 does not compile.
template<class X, class... Options>
    requires detail::ours<X>
constexpr auto reduction(const X& x, const Options&... options) {  // (...,n) -> (...)
    return detail::elementwise::pointwise<detail::elementwise::reduction_kernel>(x, options...);
}

/// The index of the largest element of a row: (...,n) -> (...).
///
/// FLOP     n comparisons a row, on vector_math<fp32> unless math<> says otherwise.
/// Traffic  read, and one index a row written.
/// Options  out<T> (default: i32), math<T>, on<R>.
/// Errors   rank 0 does not compile.
template<class X, class... Options>
    requires detail::ours<X>
constexpr auto argmax(const X& x, const Options&... options) {  // (...,n) -> (...)
    return detail::elementwise::pointwise<detail::elementwise::argmax_kernel>(x, options...);
}

/// Inclusive prefix sums over the last axis: (...,n) -> (...,n).
///
/// FLOP     n a row (the first is added onto zero): no scan has fewer. work_efficient: those of a tree, up and down, which
///          for n a power of two are 2 n - 1 - log2 n (again with the first added onto zero).
/// Traffic  read + write.
/// Options  work_efficient, out<T> (default: the format of x), math<T>, on<R>.
/// Errors   rank 0 does not compile.
/// Source   Brent and Kung 1982, A Regular Layout for Parallel Adders.
template<class X, class... Options>
    requires detail::ours<X>
constexpr auto scan(const X& x, const Options&... options) {  // (...,n) -> (...,n)
    using namespace detail::elementwise;
    return pointwise<kernel_by<work_efficient_option, tree_scan_kernel, scan_kernel, Options...>>(x, options...);
}

/// One index a row, drawn with the probabilities of the softmax of its logits: (...,V) -> (...).
///
/// FLOP     7 per element: the 5 of softmax, of which 1 exp2, the prefix sum, the comparison with the random number; and 1
///          reciprocal a row. The random number is not counted.
/// Traffic  the logits read, one index a row written.
/// Options  out<T> (default: i32), math<T>, on<R>.
/// Errors   integer formats, rank 0: do not compile.
template<class X, class... Options>
    requires detail::ours<X>
constexpr auto sampling(const X& x, const Options&... options) {  // (...,V) -> (...)
    return detail::elementwise::pointwise<detail::elementwise::sampling_kernel>(x, options...);
}

}  // namespace roofline
