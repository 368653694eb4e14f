// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/experts/group_sizes.hpp>
#include <roofline/op/experts/routing.hpp>
#include <roofline/op/product/epilogue.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {

template<class Option>
inline constexpr bool is_group_sizes = std::is_same_v<Option, grouped_rows>;

/// All of a grouped matmul that depends on formats and options and not on extents.
template<class X, class W, class... Options>
struct grouped_types : product_types<X, W, Options...> {
    static constexpr bool options_known =
        ((is_option<Options> || is_group_sizes<Options> || counts<top_k_count, Options> || is_distinct_experts<Options>) &&
         ...);
    static constexpr int sizes = (int{is_group_sizes<Options>} + ... + 0);
    static constexpr int routes = (int{counts<top_k_count, Options>} + ... + 0);
    static constexpr int distinct = (int{is_distinct_experts<Options>} + ... + 0);
    static constexpr bool grouped = (sizes == 1 && routes + distinct == 0) || (sizes == 0 && routes == 1);
    static constexpr bool ok = options_known && grouped && (sizes == 1 || distinct == 1) &&
                               !(refused_count<Options> || ...) && product_types<X, W, Options...>::once &&
                               product_types<X, W, Options...>::multiplies &&
                               product_types<X, W, Options...>::has_math;
};

enum class grouped_fault { none, inner, elements, groups, rows, multiple, experts, few, many };

/// What is asked; dyn is not yet known and 0 does not apply.
struct grouped_case {
    std::int64_t r, inner, e, k, n;
    std::int64_t top = 0;    // experts a token
    std::int64_t given = 0;  // distinct experts
    grouped_rows sizes{};
};
constexpr bool is_told(std::int64_t value) { return value != dyn && value != 0; }
constexpr grouped_fault grouped_fault_of(const grouped_case& c) {
    if (!may_equal(c.inner, c.k)) return grouped_fault::inner;
    if (is_told(c.r) && is_told(c.n) && !matmul_countable(1, c.r, c.n)) return grouped_fault::elements;
    if (c.sizes.groups > 0 && is_told(c.e) && c.sizes.groups != c.e) return grouped_fault::groups;
    if (c.sizes.groups > 0 && is_told(c.r) && c.sizes.rows != c.r) return grouped_fault::rows;
    if (is_told(c.top) && is_told(c.e) && c.top > c.e) return grouped_fault::experts;
    if (is_told(c.top) && is_told(c.r) && c.r % c.top != 0) return grouped_fault::multiple;
    if (is_told(c.given) && is_told(c.top) && c.given < c.top) return grouped_fault::few;
    if (is_told(c.given) && ((is_told(c.e) && c.given > c.e) || (is_told(c.r) && c.given > c.r))) return grouped_fault::many;
    return grouped_fault::none;
}
constexpr sentence grouped_sentence(const grouped_case& c) {
    const std::int64_t x[] = {c.r, c.inner}, w[] = {c.e, c.k, c.n};
    sentence text("grouped_matmul of {} x {}: ", {shape_view{x, 2}, shape_view{w, 3}});
    switch (grouped_fault_of(c)) {
    case grouped_fault::none: break;
    case grouped_fault::inner: text.add("the inner extents are {} and {} and must be equal", {c.inner, c.k}); break;
    case grouped_fault::elements: text.add("the result has more than 2^53 elements"); break;
    case grouped_fault::groups: text.add("{} group sizes are given for {} weights", {c.sizes.groups, c.e}); break;
    case grouped_fault::rows: text.add("the group sizes add up to {} and x has {} rows", {c.sizes.rows, c.r}); break;
    case grouped_fault::multiple: text.add("{} rows are no multiple of k = {}", {c.r, c.top}); break;
    case grouped_fault::experts: text.add("k is {} and there are {} experts", {c.top, c.e}); break;
    case grouped_fault::few: text.add("{} distinct experts are given; k = {} is the least", {c.given, c.top}); break;
    case grouped_fault::many:
        text.add("{} distinct experts are given; at most all experts or one a row can be read", {c.given});
        break;
    }
    return text;
}
template<class X, class W, class... Options>
struct static_grouped {};
template<class T, std::int64_t R, std::int64_t K, class U, std::int64_t E, std::int64_t L, std::int64_t N, class... Options>
struct static_grouped<tensor<T, R, K>, tensor<U, E, L, N>, Options...> {
    static constexpr grouped_case asked{
        R, K, E, L, N, static_count<top_k_count, Options...>, static_count<given_count, Options...>};
};
template<class Static>
struct static_grouped_fault {
    static constexpr sentence value = grouped_sentence(Static::asked);
};
[[noreturn]] inline void the_rows_weights_and_groups_of_a_grouped_matmul_must_agree(const sentence& why) {
    throw_shape_error(why);
}

constexpr grouped_rows sizes_among() { return {}; }
template<class First, class... Rest>
constexpr grouped_rows sizes_among(const First& first, const Rest&... rest) {
    if constexpr (is_group_sizes<First>)
        return first;
    else
        return sizes_among(rest...);
}
/// The distinct experts that the options name, of a case that is right.
template<class First, class... Rest>
constexpr double distinct_among(const grouped_case& c, const First& first, const Rest&... rest) {
    if constexpr (is_group_sizes<First>)
        return static_cast<double>(first.occupied);
    else if constexpr (counts<given_count, First>)
        return static_cast<double>(c.given);
    else if constexpr (is_distinct_experts<First>)
        return first(c.e, c.top, c.r / c.top);
    else
        return distinct_among(c, rest...);
}

/// Bytes of some of the weights: each begins a block of its own; what a tensor stores once counts once.
template<class W>
constexpr double weight_bytes_of(double weights, std::int64_t k, std::int64_t n) {
    const std::int64_t once = W::storage.tensor_bits;
    return rounded(weights * bytes(stored_bits<W>(1, n, k) - once)) + bytes(once);
}

}  // namespace detail

/// A matrix product for each group of rows, each with a weight of its own: (R,K) x (E,K,N) -> (R,N), rows sorted by group.
/// The experts of a mixture of experts are two of these.
///
///     grouped_matmul(x, w, group_sizes(3, 0, 5))                    // rows of each of the E groups, R in all
///     grouped_matmul(x, w, top_k<8>, distinct_experts::most)        // R = 8 rows for each token
///
/// FLOP     2 R K N; math and its errors as matmul.
/// Traffic  x + y, and the weights that are read, each K N: with group_sizes those of groups that have rows; routed, as
///          many as distinct_experts says: given<n>, fewest, expected_uniform or most. It must be said.
/// Options  group_sizes(...), or top_k<k> and one of distinct_experts; out<T>, math<In, Accumulate, Sparsity>, on<R>.
/// Errors   ranks, inner extents; not E sizes, sizes that do not add up to R; R that is no multiple of k, k above E,
///          given<n> below k or above E or R: do not compile where the types tell, else throw shape_error.
template<class T, std::int64_t R, std::int64_t K, class U, std::int64_t E, std::int64_t L, std::int64_t N, class... Options>
constexpr auto grouped_matmul(const tensor<T, R, K>& x, const tensor<U, E, L, N>& w,
                              const Options&... options) {  // (R,K) x (E,K,N) -> (R,N)
    using types = detail::grouped_types<T, U, Options...>;
    using asked = detail::static_grouped<tensor<T, R, K>, tensor<U, E, L, N>, Options...>;
    if constexpr ((detail::is_epilogue<Options> || ...) || (detail::is_tiling<Options> || ...)) {
        static_assert(types::options_known,
                      "grouped_matmul: takes no tiled<> and no epilogue; fuse it with what comes after it");
        return poison{};
    } else if constexpr (!types::options_known) {
        static_assert(types::options_known,
                      "grouped_matmul: after the operands come group_sizes(), or top_k<> and distinct_experts; out<>, "
                      "math<> or on<>");
        return poison{};
    } else if constexpr (!types::grouped) {
        static_assert(types::grouped,
                      "grouped_matmul: say either group_sizes(), or top_k<> and how many distinct experts are read");
        return poison{};
    } else if constexpr (types::routes == 1 && types::distinct != 1) {
        static_assert(types::distinct == 1, "grouped_matmul: say once how many distinct experts are read: "
                                            "distinct_experts::given<n>, fewest, expected_uniform or most");
        return poison{};
    } else if constexpr ((detail::refused_count<Options> || ...)) {
        (static_cast<void>(detail::refuse_count<Options>{}), ...);
        return poison{};
    } else if constexpr (!types::ok) {
        detail::check_product_types<types, T, U>();
        return poison{};
    } else if constexpr (detail::grouped_fault_of(asked::asked) != detail::grouped_fault::none) {
        static_assert(diagnostic::accepted<diagnostic::refused<detail::static_grouped_fault<asked>>>,
                      "grouped_matmul: rows, weights and groups do not agree");
        return poison{};
    } else {
        const detail::shape_view xs = detail::shape_of(x), ws = detail::shape_of(w);
        const detail::grouped_case c{xs[0],
                                     xs[1],
                                     ws[0],
                                     ws[1],
                                     ws[2],
                                     detail::count_among<top_k_count>(0, options...),
                                     detail::count_among<detail::given_count>(0, options...),
                                     detail::sizes_among(options...)};
        if (detail::grouped_fault_of(c) != detail::grouped_fault::none)
            detail::the_rows_weights_and_groups_of_a_grouped_matmul_must_agree(detail::grouped_sentence(c));
        using result = tensor<typename types::result, R, N>;
        const std::int64_t extents[] = {c.r, c.n};
        const auto y = detail::tensor_with<result>({extents, 2});
        const double read = detail::weight_bytes_of<U>(detail::distinct_among(c, options...), c.k, c.n);
        const double written = detail::bytes(detail::stored_bits<typename types::result>(1, c.r, c.n));
        const double flop = 2 * (static_cast<double>(c.r * c.n) * static_cast<double>(c.k));
        const double rows = detail::bytes(detail::stored_bits<T>(1, c.r, c.k));
        return detail::make_operation(
            typename types::list{{{{flop, 0}, {rows + read + written, written}}}}, y,
            detail::tensors<tensor<T, R, K>, detail::partly<detail::as_weight<tensor<U, E, L, N>>>>{x, {{{w}, read}, {}}});
    }
}

/// Anything but tensors of rank 2 and 3.
template<class X, class W, class... Options>
    requires detail::ours<X, W>
constexpr poison grouped_matmul(const X&, const W&, const Options&...) {
    if constexpr (!detail::is_poison<X> && !detail::is_poison<W>)
        static_assert(diagnostic::accepted<diagnostic::refused<detail::matmul_rank_fault<"grouped_matmul", X, W>>>,
                      "grouped_matmul: takes tensors of rank 2 and 3, (R,K) x (E,K,N)");
    return {};
}

}  // namespace roofline
