// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/count.hpp>
#include <roofline/op/passing.hpp>
#include <roofline/op/product/tiled.hpp>

/// What the kernel of a product does beside multiplying.
namespace roofline::inline ROOFLINE_ABI {

struct split_k_count {
    static constexpr std::string_view name = "split_k"sv;
    static constexpr std::int64_t least = 2;
};
struct epilogue_count {
    static constexpr std::string_view name = "the FLOP of an epilogue"sv;
    static constexpr std::int64_t least = 1;
};
struct widen_count {
    static constexpr std::string_view name = "the FLOP of widen"sv;
    static constexpr std::int64_t least = 1;
};
/// K is cut in n parts, each kernel block adds up one, and a second kernel adds up the parts: split_k<4>.
template<std::int64_t N>
inline constexpr count<split_k_count, N> split_k{};
/// n vector operations for each element of the result, before it is stored: epilogue<1> is a ReLU.
template<std::int64_t N>
inline constexpr count<epilogue_count, N> epilogue{};
/// n vector operations for each element of the weight, before it is multiplied: widen<1> is the product with a
/// scale, widen<2> also takes off a zero point. Without it that is free.
template<std::int64_t N>
inline constexpr count<widen_count, N> widen{};

namespace detail {
template<class Tensor>
struct bias_option {
    Tensor tensor;
};
template<class Tensor>
struct accumulate_option {
    Tensor tensor;
};
template<class Tensor>
struct what_is_said<bias_option<Tensor>> {
    using type = bias_option<void>;
};
template<class Tensor>
struct what_is_said<accumulate_option<Tensor>> {
    using type = accumulate_option<void>;
};
}  // namespace detail

/// Adds a bias (N) to each row of the result.
template<class T, std::int64_t N>
constexpr detail::bias_option<tensor<T, N>> with_bias(const tensor<T, N>& bias) {
    return {bias};
}
/// Adds beta times a tensor of the shape of the result.
template<class T, std::int64_t... E>
constexpr detail::accumulate_option<tensor<T, E...>> accumulate(const tensor<T, E...>& c) {
    return {c};
}

namespace detail {

/// What the options tell; a rank of 0 and a 0 stand for nothing.
struct epilogue_case {
    std::int64_t b, m, k, n;
    int rank;
    shape_view bias{nullptr, 0};
    shape_view added{nullptr, 0};
    std::int64_t splits = 0, per_result = 0, per_weight = 0;
    std::int64_t read = 0;  // bits of bias and added tensor
};

/// How an option tells of itself: its type, and its value.
template<class Option>
struct epilogue_traits {
    static constexpr bool known = false;
};
template<class T, std::int64_t N>
struct epilogue_traits<bias_option<tensor<T, N>>> {
    static constexpr bool known = true;
    static constexpr void type(epilogue_case& c) { c.bias = {static_extents<N>, 1}; }
    static constexpr void value(epilogue_case& c, const bias_option<tensor<T, N>>& option) {
        c.bias = shape_of(option.tensor);
        c.read += stored_bits(T::storage, c.bias);
    }
};
template<class T, std::int64_t... E>
struct epilogue_traits<accumulate_option<tensor<T, E...>>> {
    static constexpr bool known = true;
    static constexpr void type(epilogue_case& c) { c.added = {static_extents<E...>, sizeof...(E)}; }
    static constexpr void value(epilogue_case& c, const accumulate_option<tensor<T, E...>>& option) {
        c.added = shape_of(option.tensor);
        c.read += stored_bits(T::storage, c.added);
    }
};
template<auto Member, class What, std::int64_t N>
struct epilogue_count_traits {
    static constexpr bool known = true;
    static constexpr void type(epilogue_case& c) { c.*Member = N; }
    static constexpr void value(epilogue_case& c, const count<What, N>& option) { c.*Member = value_of(option); }
};
template<std::int64_t N>
struct epilogue_traits<count<split_k_count, N>> : epilogue_count_traits<&epilogue_case::splits, split_k_count, N> {};
template<std::int64_t N>
struct epilogue_traits<count<epilogue_count, N>> : epilogue_count_traits<&epilogue_case::per_result, epilogue_count, N> {};
template<std::int64_t N>
struct epilogue_traits<count<widen_count, N>>
    : epilogue_count_traits<&epilogue_case::per_weight, widen_count, N> {};

template<class Option>
inline constexpr bool is_epilogue = epilogue_traits<Option>::known;

template<class Option>
constexpr void tell_type(epilogue_case& c) {
    if constexpr (is_epilogue<Option>) epilogue_traits<Option>::type(c);
}
template<class... Options>
constexpr epilogue_case told_by_types(epilogue_case c) {
    (tell_type<Options>(c), ...);
    return c;
}
template<class Option>
constexpr void tell_value(epilogue_case& c, const Option& option) {
    if constexpr (is_epilogue<Option>) epilogue_traits<Option>::value(c, option);
}

enum class epilogue_fault { none, bias, added, splits, partials };

constexpr epilogue_fault epilogue_fault_of(const epilogue_case& c) {
    if (c.bias.rank != 0 && !may_equal(c.bias[0], c.n)) return epilogue_fault::bias;
    const std::int64_t y[] = {c.b, c.m, c.n};
    bool same = c.added.rank == 0 || c.added.rank == c.rank;
    for (int axis = 0; same && axis < c.added.rank; ++axis) same = may_equal(c.added[axis], y[axis + 3 - c.rank]);
    if (!same) return epilogue_fault::added;
    if (c.splits != 0 && c.splits != dyn && c.k != dyn && c.splits > c.k) return epilogue_fault::splits;
    const std::int64_t partials[] = {c.splits == 0 ? 1 : c.splits, c.b, c.m, c.n};
    return countable({partials, 4}) ? epilogue_fault::none : epilogue_fault::partials;
}
constexpr sentence epilogue_sentence(std::string_view name, const epilogue_case& c) {
    const std::int64_t x[] = {c.b, c.m, c.k}, w[] = {c.b, c.k, c.n}, y[] = {c.b, c.m, c.n};
    const int from = 3 - c.rank;
    sentence text("{} of {} x {}: ", {name, shape_view{x + from, c.rank}, shape_view{w + from, c.rank}});
    switch (epilogue_fault_of(c)) {
    case epilogue_fault::none: break;
    case epilogue_fault::bias: text.add("the bias is {} and must be ({})", {c.bias, c.n}); break;
    case epilogue_fault::added: text.add("accumulate takes {}, not {}", {shape_view{y + from, c.rank}, c.added}); break;
    case epilogue_fault::splits: text.add("split_k is {} and K is {}", {c.splits, c.k}); break;
    case epilogue_fault::partials: text.add("split_k makes more than 2^53 partial sums"); break;
    }
    return text;
}
[[noreturn]] inline void what_a_product_is_told_must_fit_its_result(const sentence& why) { throw_shape_error(why); }

template<class X, class W, class... Options>
struct static_epilogue;
template<class T, std::int64_t Rows, std::int64_t K, class U, std::int64_t L, std::int64_t N, class... Options>
struct static_epilogue<tensor<T, Rows, K>, tensor<U, L, N>, Options...> {
    static constexpr epilogue_case asked = told_by_types<Options...>({1, Rows, K == dyn ? L : K, N, 2});
};
template<class T, std::int64_t B, std::int64_t Rows, std::int64_t K, class U, std::int64_t C, std::int64_t L, std::int64_t N,
         class... Options>
struct static_epilogue<tensor<T, B, Rows, K>, tensor<U, C, L, N>, Options...> {
    static constexpr epilogue_case asked = told_by_types<Options...>({B == dyn ? C : B, Rows, K == dyn ? L : K, N, 3});
};
template<diagnostic::text Name, class Static>
struct static_epilogue_fault {
    static constexpr sentence value = epilogue_sentence(Name.view(), Static::asked);
};

/// What partial sums are stored in: the accumulator.
template<class Compute>
struct partial_sum {
    using type = fp32;
};
template<class In, class Accumulate, class Sparsity>
struct partial_sum<matrix_math<In, Accumulate, Sparsity>> {
    using type = Accumulate;
};
template<class T>
struct partial_sum<vector_math<T>> {
    using type = typename T::accumulator;
};

/// matmul_types of a product with an epilogue: one step, or two where K is split.
template<class X, class W, class... Options>
struct epilogue_types : product_types<X, W, Options...> {
    using base = product_types<X, W, Options...>;
    static constexpr bool options_known = ((is_option<Options> || is_epilogue<Options>) && ...);
    static constexpr bool ok =
        options_known && base::once && base::multiplies && base::has_math && !(refused_count<Options> || ...);
    static constexpr bool split = (counts<split_k_count, Options> || ...);
    using partial = typename partial_sum<typename base::compute>::type;
    using set = typename joined_set<resource_set<typename base::compute>, vector_math<fp32>, memory<dram>>::type;
    using first = typename set::bag;
    using second = step<vector_math<fp32>, memory<dram>>;
    using list = std::conditional_t<split, demands<first, second>, demands<first>>;
};

template<class R, class Set, class Step>
constexpr void add_to(Step& sum, const amount& more) {
    sum.amounts[Set::template index_of<R>()] += more;
}
template<class Types>
constexpr typename Types::list epilogue_demands(const epilogue_case& c) {
    const auto product = matmul_demands<typename Types::base>(c.b, c.m, c.k, c.n).first;
    const double results = static_cast<double>(c.b * c.m * c.n);
    const double after =
        rounded(results * (static_cast<double>(c.per_result) + (c.bias.rank != 0 ? 1 : 0) + (c.added.rank != 0 ? 2 : 0)));
    const double before =
        rounded(static_cast<double>(c.b * c.k) * static_cast<double>(c.n) * static_cast<double>(c.per_weight));
    const double read = bytes(c.read);
    typename Types::first first{};
    using set = typename Types::set;
    add_to<typename Types::compute, set>(first, product.amounts[0]);
    if constexpr (Types::split) {
        const double parts = bytes(stored_bits<typename Types::partial>(c.splits, c.b * c.m, c.n));
        const double written = product.amounts[1].written();
        add_to<vector_math<fp32>, set>(first, {before, 0});
        add_to<memory<dram>, set>(first, {product.amounts[1].read() + parts, parts});
        return {first, {{{{rounded(static_cast<double>(c.splits) * results) + after, 0}, {parts + read + written, written}}}}};
    } else {
        add_to<vector_math<fp32>, set>(first, {before + after, 0});
        add_to<memory<dram>, set>(first, product.amounts[1] + amount{read, 0});
        return {first};
    }
}

/// The tensors that the options name, as entries of the operator's list.
template<int Step>
constexpr tensors<> epilogue_inputs() {
    return {};
}
template<int Step, class First, class... Rest>
constexpr auto epilogue_inputs(const First& first, const Rest&... rest) {
    if constexpr (requires { first.tensor; }) {
        using entry = typename at_step_or_plain<Step, std::remove_cvref_t<decltype(first.tensor)>>::type;
        return joined(tensors<entry>{{first.tensor}, {}}, epilogue_inputs<Step>(rest...));
    } else {
        return epilogue_inputs<Step>(rest...);
    }
}

/// A product with bias, accumulate, split_k, epilogue or widen among its options.
template<diagnostic::text Name, class T, std::int64_t... X, class U, std::int64_t... W, class... Options>
constexpr auto product_with_epilogue(const tensor<T, X...>& x, const tensor<U, W...>& w, const Options&... options) {
    using xs = tensor<T, X...>;
    using ws = tensor<U, W...>;
    using types = epilogue_types<T, U, Options...>;
    using extents = product_extents<xs, ws>;
    using asked = static_epilogue<xs, ws, Options...>;
    if constexpr ((refused_count<Options> || ...)) {
        (static_cast<void>(refuse_count<Options>{}), ...);
        return poison{};
    } else if constexpr ((is_tiling<Options> || ...)) {
        static_assert(sizeof...(Options) == 0,
                      "matmul: tiled<> takes no epilogue beside it; fuse the tiled product with what comes after it");
        return poison{};
    } else if constexpr (!types::ok) {
        check_matmul_types<types, T, U>();
        return poison{};
    } else if constexpr (!extents::agree) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_matmul_fault<Name, xs, ws>>>,
                      "matmul: the extents do not agree");
        return poison{};
    } else if constexpr (epilogue_fault_of(asked::asked) != epilogue_fault::none) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_epilogue_fault<Name, asked>>>,
                      "matmul: what is added does not fit the result");
        return poison{};
    } else {
        const shape_view shape = checked_extents<Name>(shape_of(x), shape_of(w)), other = shape_of(w);
        const int rank = shape.rank;
        epilogue_case c{rank == 3 ? shape[0] : 1, shape[rank - 2], shape[rank - 1], other[rank - 1], rank};
        (tell_value(c, options), ...);
        if (epilogue_fault_of(c) != epilogue_fault::none)
            what_a_product_is_told_must_fit_its_result(epilogue_sentence(Name.view(), c));
        using result = typename extents::template result<typename types::result>;
        const std::int64_t all[] = {c.b, c.m, c.n};
        const auto y = tensor_with<result>({all + 3 - shape.rank, shape.rank});
        const auto list = epilogue_demands<types>(c);
        if constexpr (types::split) {
            constexpr const epilogue_case& s = asked::asked;
            constexpr std::int64_t rows = s.splits == dyn || s.b == dyn || s.m == dyn ? dyn : s.splits * s.b * s.m;
            using parts = tensor<typename types::partial, rows, s.n>;
            const std::int64_t part_extents[] = {c.splits * c.b * c.m, c.n};
            const auto partials = tensor_with<parts>({part_extents, 2});
            using entries = tensors<xs, as_weight<ws>, at_step<role::left, 0, parts>, at_step<role::passed, 1, parts>>;
            return make_operation(list, y,
                                  joined(entries{x, {{w}, {{partials}, {{partials}, {}}}}}, epilogue_inputs<1>(options...)));
        } else {
            return make_operation(list, y,
                                  joined(tensors<xs, as_weight<ws>>{x, {{w}, {}}}, epilogue_inputs<0>(options...)));
        }
    }
}

/// Whether it compiles.
template<class X, class W, class... Options>
inline constexpr bool can_have_epilogue = false;
template<class T, std::int64_t... X, class U, std::int64_t... W, class... Options>
inline constexpr bool can_have_epilogue<tensor<T, X...>, tensor<U, W...>, Options...> = [] {
    if constexpr (epilogue_types<T, U, Options...>::ok && product_extents<tensor<T, X...>, tensor<U, W...>>::agree)
        return epilogue_fault_of(static_epilogue<tensor<T, X...>, tensor<U, W...>, Options...>::asked) ==
               epilogue_fault::none;
    else
        return false;
}();

}  // namespace detail
}  // namespace roofline
