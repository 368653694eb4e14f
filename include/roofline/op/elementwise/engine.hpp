// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/op/given_once.hpp>
#include <roofline/op/operation.hpp>
#include <roofline/tensor/footprint.hpp>

/// What elementwise operators have in common: operations per element on the vector engine, and each tensor moved once.
namespace roofline::inline ROOFLINE_ABI::detail {

/// Reads and writes of a kernel in bits, turned into one demand.
ROOFLINE_ALWAYS_INLINE
constexpr amount moved(std::int64_t read, std::int64_t written) { return {bytes(read + written), bytes(written)}; }

/// The engine of an elementwise operator: fp32 on the vector engine unless math<> or on<> says otherwise.
template<class... Options>
using elementwise_engine = typename engine_or<vector_math<fp32>, vector_math_of, Options...>::type;

template<class T>
struct not_real {
    static constexpr sentence value = sentence("the operand is {}, an integer; give a floating-point or scaled format",
                                               {T::name});
};

template<int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr bool equal_extents(const std::int64_t* a, const std::int64_t* b) {
    if constexpr (Rank < 1)
        return true;
    else
        return equal_extents<Rank - 1>(a, b) && a[Rank - 1] == b[Rank - 1];
}
constexpr bool same_shape(shape_view a, shape_view b) {
    if (a.rank != b.rank) return false;
    for (int axis = 0; axis < a.rank; ++axis)
        if (a[axis] != b[axis]) return false;
    return true;
}
/// As same_shape, where an extent that is not yet known may be any.
constexpr bool may_be_same_shape(shape_view a, shape_view b) {
    if (a.rank != b.rank) return false;
    for (int axis = 0; axis < a.rank; ++axis)
        if (a[axis] != b[axis] && a[axis] != dyn && b[axis] != dyn) return false;
    return true;
}
constexpr sentence shapes_fault(std::string_view name, shape_view a, shape_view b) {
    return sentence("{} of {} and {}: the shapes must be equal", {name, a, b});
}
[[noreturn]] inline void the_shapes_of_an_operator_must_agree(const sentence& why) { throw_shape_error(why); }

template<class Tensor>
struct extents_of_type;
template<class T, std::int64_t... E>
struct extents_of_type<tensor<T, E...>> {
    static constexpr shape_view value{static_extents<E...>, sizeof...(E)};
};

}  // namespace roofline::detail
