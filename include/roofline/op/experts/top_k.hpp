// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/experts/router.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// The router of a mixture of experts with softmax scores: (T,E) -> weights (T,k), and ids beside them.
///
/// FLOP     A token: the softmax of E scores (4 E on the vector engine, E exp2, 1 reciprocal), then k passes over the E
///          for the best k, a compare-and-select each: k E. With `renormalized` 2 k and 1 reciprocal more.
/// Traffic  scores read; T k weights (fp32) and T k ids (i32) written: result() and expert_ids(result()).
/// Options  top_k<k>, renormalized, out<T> for the weights (default fp32), math<T>, on<R>.
/// Errors   integer scores, rank other than 2, no top_k<>, k above E: do not compile, or throw shape_error.
/// Source   Shazeer 2017, arXiv 1701.06538; Jiang 2024, arXiv 2401.04088 (renormalized).
template<class T, std::int64_t Rows, std::int64_t E, class... Options>
constexpr auto top_k_softmax(const tensor<T, Rows, E>& scores, const Options&... options) {  // (T,E) -> (T,k)
    return detail::routed<"top_k_softmax", detail::score::softmax>(scores, tensor<fp32, 1>{}, options...);
}

/// The same with a sigmoid for each score.
///
/// FLOP     A token: E exp2, E additions, E reciprocals; k passes over the E: k E. With `renormalized` as above.
template<class T, std::int64_t Rows, std::int64_t E, class... Options>
constexpr auto top_k_sigmoid(const tensor<T, Rows, E>& scores, const Options&... options) {  // (T,E) -> (T,k)
    return detail::routed<"top_k_sigmoid", detail::score::sigmoid>(scores, tensor<fp32, 1>{}, options...);
}

/// The router of DeepSeek-V3 and R1: sigmoid scores plus a bias; n groups of experts, each scored by the sum of its best
/// two; the best m groups are kept, and k experts taken of those. Their scores without bias, divided by their sum and
/// scaled, are the weights: (T,E), (E) -> weights (T,k), and ids beside them.
///
/// FLOP     A token: E exp2, E reciprocals and E additions for the sigmoid, E for the bias; 2 E comparisons and n additions
///          for the groups' scores, m n comparisons to choose among them, k m E/n to choose the experts; k additions,
///          1 reciprocal and 2 k products for the weights. R1 (E=256, n=8, m=4, k=8): 2112 on the vector engine.
/// Traffic  scores and bias read; T k weights (fp32) and T k ids (i32) written.
/// Options  top_k<k>, expert_groups<n>, kept_groups<m>, all three needed; out<T>, math<T>, on<R>.
/// Errors   as above; a bias of another length, groups that do not divide E or hold one expert, m above n, k above m E/n.
/// Source   DeepSeek-V3, arXiv 2412.19437, section 2.1.2, and its inference code, Gate.forward.
template<class T, std::int64_t Rows, std::int64_t E, class U, std::int64_t N, class... Options>
constexpr auto grouped_top_k(const tensor<T, Rows, E>& scores, const tensor<U, N>& bias,
                             const Options&... options) {  // (T,E), (E) -> (T,k)
    return detail::routed<"grouped_top_k", detail::score::grouped_sigmoid>(scores, bias, options...);
}

/// Anything but scores of rank 2.
template<class X, class... Options>
    requires detail::ours<X>
constexpr poison top_k_softmax(const X&, const Options&...) {
    static_assert(detail::is_poison<X>, "top_k_softmax: takes scores of rank 2, (T,E)");
    return {};
}
template<class X, class... Options>
    requires detail::ours<X>
constexpr poison top_k_sigmoid(const X&, const Options&...) {
    static_assert(detail::is_poison<X>, "top_k_sigmoid: takes scores of rank 2, (T,E)");
    return {};
}
template<class X, class Bias, class... Options>
    requires detail::ours<X, Bias>
constexpr poison grouped_top_k(const X&, const Bias&, const Options&...) {
    static_assert(detail::is_poison<X> || detail::is_poison<Bias>,
                  "grouped_top_k: takes scores of rank 2 and a bias of rank 1, (T,E) and (E)");
    return {};
}

}  // namespace roofline
