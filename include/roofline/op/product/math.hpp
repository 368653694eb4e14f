// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype/pruned.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/op/given_once.hpp>
#include <roofline/op/operation.hpp>
#include <roofline/tensor/footprint.hpp>

/// What matmul and batched_matmul have in common: in which math, at what cost, and what is refused.
namespace roofline::inline ROOFLINE_ABI::detail {

/// The wider of two precisions; void where they are equally wide and different.
template<class A, class B>
using wider = std::conditional_t<(A::storage.bits > B::storage.bits), A, std::conditional_t<(A::storage.bits < B::storage.bits), B, void>>;
template<class A, class B>
struct common_math {
    using type = wider<typename A::math, typename B::math>;
};
template<class A, class B>
    requires std::same_as<typename A::math, typename B::math>
struct common_math<A, B> {
    using type = typename A::math;
};

/// The matrix instruction of a precision; the sparse one where an operand is stored pruned.
template<class Math, bool Pruned>
struct matrix_math_on {
    using type = matrix_math<Math, typename Math::accumulator, std::conditional_t<Pruned, sparse_2_4, dense>>;
};
template<bool Pruned>
struct matrix_math_on<void, Pruned> {
    using type = void;
};

/// Whether the result of `b` products can be counted. (In double 2^53 + 1 rounds down.)
ROOFLINE_ALWAYS_INLINE
constexpr bool matmul_countable(std::int64_t b, std::int64_t m, std::int64_t n) {
    return static_cast<double>(b) * static_cast<double>(m) * static_cast<double>(n) <= static_cast<double>(max_elements) &&
           b * m * n <= max_elements;
}

/// Whether all extents of `b` products are known and agree.
constexpr bool extents_agree(std::int64_t b, std::int64_t c, std::int64_t m, std::int64_t k, std::int64_t l, std::int64_t n) {
    return b == c && k == l && b != dyn && m != dyn && k != dyn && n != dyn && matmul_countable(b, m, n);
}

/// What the formats and options of any product say of its math.
template<class X, class W, class... Options>
struct product_types {
    using x = X;
    using w = W;
    static constexpr bool multiplies = !is_index<X> && !is_index<W>;
    static constexpr bool once = given_once<Options...>;
    static constexpr bool pruned = is_pruned<X> || is_pruned<W>;
    using compute = typename engine_or<typename matrix_math_on<typename common_math<X, W>::type, pruned>::type, matrix_math,
                                       Options...>::type;
    using result = typename out_or<X, Options...>::type;
    static constexpr bool has_math = !std::is_void_v<compute>;
    using list = demands<step<compute, memory<dram>>>;
};

/// All of a matmul that depends on formats and options and not on extents.
template<class X, class W, class... Options>
struct matmul_types : product_types<X, W, Options...> {
    static constexpr bool options_known = (is_option<Options> && ...);
    static constexpr bool ok = options_known && product_types<X, W, Options...>::once &&
                               product_types<X, W, Options...>::multiplies && product_types<X, W, Options...>::has_math;

    /// The usual case: all is known and right. One call, because compilers evaluate parts of a condition several times.
    static consteval bool all_right(std::int64_t b, std::int64_t c, std::int64_t m, std::int64_t k, std::int64_t l,
                                    std::int64_t n) {
        return ok && extents_agree(b, c, m, k, l, n);
    }
};

template<class X, class W>
struct no_common_math {
    static constexpr sentence value =
        sentence("{} and {} multiply in {} and {}, equally wide; say which with math<{}> or math<{}>",
                 {X::name, W::name, X::math::name, W::math::name, X::math::name, W::math::name});
};
template<class X, class W>
struct not_multiplied {
    static constexpr sentence value = sentence("the operands are {} and {}; i32 and i64 are indices, which no matmul takes",
                                               {X::name, W::name});
};

/// Refuses what product_types found wrong.
template<class Types, class X, class W>
constexpr void check_product_types() {
    if constexpr (!Types::once)
        refuse_repeated<Types::once>();
    else if constexpr (!Types::multiplies)
        static_assert(diagnostic::accepted<diagnostic::refused<not_multiplied<X, W>>>, "matmul: cannot take this number format");
    else if constexpr (!Types::has_math)
        static_assert(diagnostic::accepted<diagnostic::refused<no_common_math<X, W>>>,
                      "matmul: the operands have no common math; say which with math<>");
}
template<class Types, class X, class W>
constexpr void check_matmul_types() {
    static_assert(Types::options_known, "matmul: after the operands come out<>, math<>, on<>, and tiled<> or an epilogue");
    if constexpr (Types::options_known) check_product_types<Types, X, W>();
}

constexpr sentence matmul_extents_fault(std::string_view name, shape_view x, shape_view w) {
    sentence text("{} of {} x {}: ", {name, x, w});
    const int rank = x.rank;
    if (rank == 3 && x[0] != w[0])
        return text.add("the batches are {} and {} and must be equal", {x[0], w[0]});
    if (x[rank - 1] != w[rank - 2])
        return text.add("the inner extents are {} and {} and must be equal", {x[rank - 1], w[rank - 2]});
    return text.add("the result has more than 2^53 elements");
}
[[noreturn]] inline void the_extents_of_a_matmul_must_agree(const sentence& why) { throw_shape_error(why); }

/// The extents that stand in the type of a tensor. Asked of the tensor alone: nvcc deduces no string, so it finds no partial
/// specialisation of what has a name among its arguments.
template<class X>
inline constexpr shape_view static_shape{nullptr, 0};
template<class T, std::int64_t... E>
inline constexpr shape_view static_shape<tensor<T, E...>>{static_extents<E...>, sizeof...(E)};

template<diagnostic::text Name, class X, class W>
struct static_matmul_fault {
    static constexpr sentence value = matmul_extents_fault(Name.view(), static_shape<X>, static_shape<W>);
};
template<diagnostic::text Name, class X, class W>
struct matmul_rank_fault {
    static constexpr sentence value =
        is_tensor<X> && is_tensor<W>
            ? sentence("{} was given rank {} and rank {}", {Name.view(), static_shape<X>.rank, static_shape<W>.rank})
            : sentence("{} takes two tensors", {Name.view()});
};

/// 2 B M K N FLOP; x, w and y once each at their own widths, w blocked along K.
template<class Types>
ROOFLINE_ALWAYS_INLINE
constexpr typename Types::list matmul_demands(std::int64_t b, std::int64_t m, std::int64_t k, std::int64_t n) {
    const std::int64_t written = stored_bits<typename Types::result>(b, m, n);
    const std::int64_t moved = stored_bits<typename Types::x>(b, m, k) + stored_bits<typename Types::w>(b, n, k) + written;
    // B M N is exact; one rounding by K; doubling is exact.
    return {{{{2.0 * (static_cast<double>(b * m * n) * static_cast<double>(k)), 0},
              {static_cast<double>(moved) / 8, static_cast<double>(written) / 8}}}};
}

/// The extents of x, which agree with those of w.
template<diagnostic::text Name>
constexpr shape_view checked_extents(shape_view x, shape_view w) {
    const bool batches_agree = x.rank == 2 || x[0] == w[0];
    if (!batches_agree || x[x.rank - 1] != w[w.rank - 2] ||
        !matmul_countable(x.rank == 3 ? x[0] : 1, x[x.rank - 2], w[w.rank - 1]))
        the_extents_of_a_matmul_must_agree(matmul_extents_fault(Name.view(), x, w));
    return x;
}

template<diagnostic::text Name, class X, class W>
ROOFLINE_COLD
[[noreturn]] void the_extents_of_a_matmul_must_agree(X x, W w) {  // by value: see copied_shape
    the_extents_of_a_matmul_must_agree(matmul_extents_fault(Name.view(), shape_of(x), shape_of(w)));
}

/// A product with extents known at run time; x and w agree as far as their types tell.
template<diagnostic::text Name, class Types, class Y, class X, class W>
ROOFLINE_ALWAYS_INLINE
constexpr auto runtime_product(const X& x, const W& w) {
    const shape_view xs = shape_of(x), ws = shape_of(w);
    const std::int64_t b = xs.rank == 3 ? xs[0] : 1, c = xs.rank == 3 ? ws[0] : 1;
    const std::int64_t m = xs[xs.rank - 2], k = xs[xs.rank - 1], l = ws[ws.rank - 2], n = ws[ws.rank - 1];
    if (b != c || k != l || !matmul_countable(b, m, n)) the_extents_of_a_matmul_must_agree<Name>(x, w);
    const std::int64_t y[] = {b, m, n};
    return runtime_operation<typename Types::list, Y, X, as_weight<W>>{
        matmul_demands<Types>(b, m, k, n), {}, tensor_with<Y>({y + 3 - xs.rank, xs.rank}), {x, {{w}, {}}}};
}

constexpr bool may_equal(std::int64_t a, std::int64_t b) { return a == b || a == dyn || b == dyn; }

/// Whether some are known at run time only, and the others do not disagree.
constexpr bool extents_may_agree(std::int64_t b, std::int64_t c, std::int64_t m, std::int64_t k, std::int64_t l,
                                 std::int64_t n) {
    const bool any_dyn = b == dyn || c == dyn || m == dyn || k == dyn || l == dyn || n == dyn;
    return any_dyn && may_equal(k, l) && may_equal(b, c);
}

/// A product that is not all static and right: with run-time extents, or refused. Apart from the usual case, whose body
/// the compiler goes through for every shape.
template<diagnostic::text Name, class Types, class Y, bool MayAgree, class T, std::int64_t... X, class U, std::int64_t... W>
ROOFLINE_ALWAYS_INLINE
constexpr auto checked_product(const tensor<T, X...>& x, const tensor<U, W...>& w) {
    using xs = tensor<T, X...>;
    using ws = tensor<U, W...>;
    if constexpr (!Types::ok) {
        check_matmul_types<Types, T, U>();
        return poison{};
    } else if constexpr (!MayAgree) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_matmul_fault<Name, xs, ws>>>, "matmul: the extents do not agree");
        return poison{};
    } else {
        return runtime_product<Name, Types, Y>(x, w);
    }
}

/// A matmul of static extents. Its type has numbers where operation<> has tensors: for every unqualified call that is
/// given an operator a compiler completes each class among its template arguments, and those that depend on extents are
/// new with every shape.
template<class List, class Y, class X, class W, std::int64_t Rows, std::int64_t K, std::int64_t N>
struct static_product : List, operation_base {
    /// The tensor it writes.
    constexpr auto result() const { return tensor<Y, Rows, N>{}; }
};
template<class List, class Y, class X, class W, std::int64_t Rows, std::int64_t K, std::int64_t N>
struct operation_traits<static_product<List, Y, X, W, Rows, K, N>> {
    using list = List;
    using result = tensor<Y, Rows, N>;
    using inputs = tensors<tensor<X, Rows, K>, as_weight<tensor<W, K, N>>>;
};

}  // namespace roofline::detail
