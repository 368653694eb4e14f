// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>
#include <roofline/op/passing.hpp>

namespace roofline::inline ROOFLINE_ABI {

struct rotary_size {
    static constexpr std::string_view name = "rotary"sv;
    static constexpr std::int64_t least = 2;
};
/// rotary<64>: only the first 64 elements of a head turn, and only they are touched.
template<std::int64_t P>
inline constexpr count<rotary_size, P> rotary{};

namespace detail::elementwise {

struct rope_kernel : kernel {
    static constexpr std::string_view name = "rope"sv;
    using options = known<any_engine, rotary_size>;
    static constexpr cost element{3};  // of a pair: x cos - y sin, x sin + y cos
    static constexpr int rank = 3;
};

/// Whether p of the last axis can turn, and k has the tokens of q, where an extent not yet known may be any.
constexpr bool may_turn(shape_view q, shape_view k, std::int64_t p) {
    if (q.rank != k.rank) return false;
    for (int axis = 0; axis < q.rank; ++axis)
        if (axis != q.rank - 2 && q[axis] != k[axis] && q[axis] != dyn && k[axis] != dyn) return false;
    const std::int64_t size = q[q.rank - 1];
    return p % 2 == 0 && (p <= size || size == dyn);  // dyn is even and below any
}
constexpr sentence rope_fault(shape_view q, shape_view k, std::int64_t p) {
    sentence text("rope of {} and {}: ", {q, k});
    const std::int64_t size = q[q.rank - 1];
    if (p != dyn && p % 2 != 0) return text.add("{} elements of a head are no pairs: their number must be even", {p});
    if (p != dyn && size != dyn && p > size) return text.add("{} elements turn of a head that has {}", {p, size});
    return text.add("all axes but that of the heads, the last but one, must be equal");
}
template<class Q, class K, std::int64_t P>
struct static_rope_fault {
    static constexpr sentence value = rope_fault(extents_of_type<Q>::value, extents_of_type<K>::value, P);
};

template<class First, class... Rest>
struct last {
    using type = typename last<Rest...>::type;
};
template<class Only>
struct last<Only> {
    using type = Only;
};
template<class... T>
using last_of = typename last<T...>::type;

/// The first p of each head.
template<class T, std::int64_t... E>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t turned_bits(const tensor<T, E...>& x, std::int64_t p) {
    constexpr int rank = sizeof...(E);
    const std::int64_t* extents = shape_of(x).extents;
    return stored_bits<T>(product_of<rank - 2>(extents), extents[rank - 2], p);
}

/// Entries of a tensor of which the first p of each head are read and written in their place.
template<class X>
constexpr tensors<partly<X>> touched_entry(const X& x, std::int64_t p) {
    return {{x, bytes(turned_bits(x, p)), true}, {}};
}
template<class X>
constexpr tensors<also_written<partly<X>>> left_entry(const X& x, std::int64_t p) {
    return {{{x, bytes(turned_bits(x, p))}}, {}};
}

/// may_turn of extents that are all known.
template<int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr bool turns(const std::int64_t* q, const std::int64_t* k, std::int64_t p) {
    return equal_extents<Rank - 2>(q, k) && q[Rank - 1] == k[Rank - 1] && p % 2 == 0 && p <= q[Rank - 1];
}

/// A kernel of q, and of k or nothing.
template<class T, std::int64_t... E, class... K, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto rope_of(const tensor<T, E...>& q, const tensors<K...>& k, const Options&... options) {
    using qs = tensor<T, E...>;
    if constexpr (fault_of<rope_kernel, T, sizeof...(E), Options...> != fault::none) {
        return refuse_kernel<rope_kernel, T, sizeof...(E), Options...>();
    } else if constexpr ((is_integer<typename format_of_operand<K>::type> || ...)) {
        return refuse_kernel<rope_kernel, typename format_of_operand<K>::type..., rope_kernel::rank, Options...>();
    } else {
        constexpr shape_view type = extents_of_type<qs>::value;
        constexpr std::int64_t turned = static_count<rotary_size, type[type.rank - 1], Options...>;
        constexpr bool partial = (counts<rotary_size, Options> || ...);
        using other = last_of<qs, K...>;
        if constexpr (!may_turn(type, extents_of_type<other>::value, turned)) {
            static_assert(diagnostic::accepted<diagnostic::refused<static_rope_fault<qs, other, turned>>>,
                          "rope: cannot turn tensors of these extents");
            return poison{};
        } else {
            const shape_view shape = shape_of(q);
            const shape_view others = [&] {
                if constexpr (sizeof...(K) == 1)
                    return shape_of(k.first);
                else
                    return shape;
            }();
            constexpr int rank = sizeof...(E);
            const std::int64_t p = count_among<rotary_size>(shape[rank - 1], options...);
            if (!turns<rank>(shape.extents, others.extents, p))
                the_shapes_of_an_operator_must_agree(rope_fault(copied<rank>(shape), copied<rank>(others), p));
            std::int64_t over[] = {product_of<rank - 2>(shape.extents), shape[rank - 2], p};
            std::int64_t bits = turned_bits(q, p);
            if constexpr (sizeof...(K) == 1) {
                over[1] += others[rank - 2];
                bits += turned_bits(k.first, p);
            }
            const amount all = moved(bits + over[0] * p * fp32::storage.bits, bits);
            if constexpr (partial && sizeof...(K) == 1)
                return kernel_operation<rope_kernel, 3, Options...>(
                    over, all, q, joined(touched_entry(q, p), joined(touched_entry(k.first, p), left_entry(k.first, p))));
            else if constexpr (partial)
                return kernel_operation<rope_kernel, 3, Options...>(over, all, q, touched_entry(q, p));
            else if constexpr (sizeof...(K) == 1)
                return kernel_operation<rope_kernel, 3, Options...>(
                    over, all, q, tensors<qs, K..., also_written<K>...>{q, {k.first, {{k.first}, {}}}});
            else
                return kernel_operation<rope_kernel, 3, Options...>(over, all, q, tensors<qs>{q, {}});
        }
    }
}

}  // namespace detail::elementwise

/// Rotary position embedding in place, of queries and keys or of one tensor: (T,n,d), (T,g,d) -> (T,n,d). Axes before the
/// last two count tokens. The result is q; k is written beside it.
///
/// FLOP     3 per element, on vector_math<fp32> unless math<> says otherwise: two products and a sum, with the sines and
///          cosines from a table.
/// Traffic  q and k read and written, and of the table 4 B (fp32) for each token and element of a head.
/// Options  rotary<p>: the first p of the d elements turn, and no others are touched: whatever makes q and is fused with
///          it writes the rest, and whatever takes q reads the rest. math<T>, on<R>.
/// Errors   integer formats, less than rank 3, tokens or heads of other sizes, an odd p, one above d: do not compile, or
///          throw shape_error.
/// Source   Su et al. 2021, arXiv 2104.09864, equation 34.
template<class Q, class... Options>
    requires detail::ours<Q>
ROOFLINE_ALWAYS_INLINE
constexpr auto rope(const Q& q, const Options&... options) {  // (T,n,d) -> (T,n,d)
    if constexpr (detail::is_tensor<Q>)
        return detail::elementwise::rope_of(q, detail::tensors<>{}, options...);
    else
        return detail::elementwise::refuse_operands<detail::elementwise::rope_kernel, Q>();
}
template<class Q, class U, std::int64_t... F, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto rope(const Q& q, const tensor<U, F...>& k, const Options&... options) {  // (T,n,d), (T,g,d) -> (T,n,d)
    if constexpr (detail::is_tensor<Q>)
        return detail::elementwise::rope_of(q, detail::tensors<tensor<U, F...>>{k, {}}, options...);
    else
        return detail::elementwise::refuse_operands<detail::elementwise::rope_kernel, Q>();
}
template<class Q, class... Options>
constexpr poison rope(const Q&, const poison&, const Options&...) {
    return {};
}

}  // namespace roofline
