// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>

namespace roofline::inline ROOFLINE_ABI {

struct distinct_row_count {
    static constexpr std::string_view name = "distinct_rows"sv;
    static constexpr std::int64_t least = 1;
};
/// How many different rows the indices name: distinct_rows<40>, distinct_rows<dyn>(n).
template<std::int64_t N>
inline constexpr count<distinct_row_count, N> distinct_rows{};

struct every_row_option {
    static constexpr std::string_view name = "every_row"sv;
};
/// A row is read for each index, whether or not another one named it before.
inline constexpr every_row_option every_row{};

template<>
struct detail::what_is_said<every_row_option> {
    using type = distinct_row_count;
};

namespace detail::elementwise {

struct gather_kernel : moving_kernel {
    static constexpr std::string_view name = "gather"sv;
    using options = known<any_out, distinct_row_count, every_row_option>;
    static constexpr int rank = 2;
};
struct embedding_kernel : gather_kernel {
    static constexpr std::string_view name = "embedding"sv;
};

/// Whether there are fewer indices than n, as far as is known.
constexpr bool fewer_than(std::int64_t n, shape_view ids) {
    for (int axis = 0; axis < ids.rank; ++axis)
        if (ids[axis] == dyn) return false;
    return product(ids) < n;
}
/// Whether so many different rows may be named, and the result be counted; an extent not yet known may be any.
constexpr bool may_gather(shape_view result, shape_view table, std::int64_t distinct) {
    return countable(result) && (distinct <= table[0] || table[0] == dyn) &&
           !fewer_than(distinct, {result.extents, result.rank - 1});
}
constexpr sentence gather_fault(std::string_view name, shape_view ids, shape_view table, std::int64_t distinct) {
    sentence text("{} of {} rows from {}: ", {name, ids, table});
    if (table[0] != dyn && distinct > table[0]) return text.add("{} distinct rows are more than the table has", {distinct});
    if (fewer_than(distinct, ids)) return text.add("{} distinct rows are more than there are indices", {distinct});
    return text.add("the result has more than 2^53 elements");
}
template<class Kernel, class Ids, class Table, std::int64_t Distinct>
struct static_gather_fault {
    static constexpr sentence value =
        gather_fault(Kernel::name, extents_of_type<Ids>::value, extents_of_type<Table>::value, Distinct);
};
template<class Kernel, class Index>
struct not_an_index {
    static constexpr sentence value = sentence("{}: the indices are {}; give i32 or i64", {Kernel::name, Index::name});
};
template<class Kernel, int Rank>
struct wrong_table_rank {
    static constexpr sentence value = sentence("{} takes rows of a tensor of rank 2, not {}", {Kernel::name, Rank});
};

/// The whole question, where the quick one is not sure.
template<class Kernel>
ROOFLINE_COLD
constexpr void refuse_gather(shape_view result, shape_view table, std::int64_t distinct) {
    if (!may_gather(result, table, distinct))
        the_shapes_of_an_operator_must_agree(
            gather_fault(Kernel::name, {result.extents, result.rank - 1}, table, distinct));
}

template<class Kernel, class T, std::int64_t V, std::int64_t H, class Index, std::int64_t... N, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto gathered(const tensor<T, V, H>& table, const tensor<Index, N...>& ids, const Options&... options) {
    using is = tensor<Index, N...>;
    using ts = tensor<T, V, H>;
    constexpr std::int64_t named = static_count<distinct_row_count, 1, Options...>;
    if constexpr (fault_of<Kernel, T, 2, Options...> != fault::none) {
        return refuse_kernel<Kernel, T, 2, Options...>();
    } else if constexpr (!is_index<Index>) {
        static_assert(diagnostic::accepted<diagnostic::refused<not_an_index<Kernel, Index>>>,
                      "rows are named by i32 or i64");
        return poison{};
    } else if constexpr (!may_gather({static_extents<N..., H>, sizeof...(N) + 1}, {static_extents<V, H>, 2}, named)) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_gather_fault<Kernel, is, ts, named>>>,
                      "rows cannot be gathered from these extents");
        return poison{};
    } else {
        const shape_view source = shape_of(table);
        const shape_view indices = shape_of(ids);
        constexpr int rank = sizeof...(N) + 1;
        std::int64_t extents[std::size_t{rank}]{};
        copy_extents<rank - 1>(extents, indices.extents);
        extents[rank - 1] = source[1];
        const std::int64_t distinct = count_among<distinct_row_count>(1, options...);
        const std::int64_t named_rows = product_of<rank - 1>(extents);
        const double elements = static_cast<double>(named_rows) * static_cast<double>(source[1]);
        if (!(elements < static_cast<double>(max_elements) && distinct <= source[0] && distinct <= named_rows))
            refuse_gather<Kernel>(copied<rank>({extents, rank}), copied<2>(source), distinct);
        const std::int64_t rows = has_option<every_row_option, Options...> ? named_rows : distinct;
        const auto y = tensor_with<tensor<typename out_or<T, Options...>::type, N..., H>>({extents, rank});
        const std::int64_t row_bits = stored_bits<T>(1, rows, source[1]);
        return kernel_operation<Kernel, rank, Options...>(extents, moved(bits_of(ids) + row_bits, bits_of(y)), y,
                                                          tensors<partly<ts>, is>{{table, bytes(row_bits)}, {ids, {}}});
    }
}
template<class Kernel, class X, class Ids, class... Options>
constexpr poison gathered(const X&, const Ids&, const Options&...) {
    return refuse_operands<Kernel, X, Ids>();
}
template<class Kernel, class T, std::int64_t... E, class Index, std::int64_t... N, class... Options>
constexpr poison gathered(const tensor<T, E...>&, const tensor<Index, N...>&, const Options&...) {
    static_assert(diagnostic::accepted<diagnostic::refused<wrong_table_rank<Kernel, sizeof...(E)>>>,
                  "rows are gathered from a tensor of rank 2");
    return {};
}

}  // namespace detail::elementwise

/// Rows of a table: ids (T), table (V,h) -> (T,h). Ids may have any rank: (b,s) -> (b,s,h). It is no product.
///
/// FLOP     0.
/// Traffic  the ids read, the rows that they name read once each, a row written for each id. How many different rows are
///          named is in the data: 1 unless it is said, the only number that is sure, so that the bound holds for any ids.
/// Options  distinct_rows<n>: n of them; every_row: a row is read for each id; out<T> (default: the format of the table).
/// Errors   ids that are not i32 or i64, a table not of rank 2, more distinct rows than ids or rows of the table: do not
///          compile, or throw shape_error.
template<class Ids, class Table, class... Options>
    requires detail::ours<Ids, Table>
ROOFLINE_ALWAYS_INLINE
constexpr auto embedding(const Ids& ids, const Table& table, const Options&... options) {  // (T), (V,h) -> (T,h)
    return detail::elementwise::gathered<detail::elementwise::embedding_kernel>(table, ids, options...);
}

/// Rows of a tensor: x (V,h), ids (T) -> (T,h). As embedding.
template<class X, class Ids, class... Options>
    requires detail::ours<X, Ids>
ROOFLINE_ALWAYS_INLINE
constexpr auto gather(const X& x, const Ids& ids, const Options&... options) {  // (V,h), (T) -> (T,h)
    return detail::elementwise::gathered<detail::elementwise::gather_kernel>(x, ids, options...);
}

}  // namespace roofline
