// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/op/count.hpp>
#include <roofline/op/elementwise/engine.hpp>

/// What collective operators have in common: the ranks, and what one rank sends over its network in one direction.
namespace roofline::inline ROOFLINE_ABI {

struct rank_count {
    static constexpr std::string_view name = "ranks"sv;
    static constexpr std::int64_t least = 1;
};
/// How many devices take part: ranks<8>, ranks<dyn>(n).
template<std::int64_t N>
inline constexpr count<rank_count, N> ranks{};

namespace detail {

/// A collective without arithmetic on Network: the link, and the memory of this rank.
template<class Network>
using exchange_list = demands<step<interconnect<Network>, memory<dram>>>;
/// One with sums.
template<class Network, class... Options>
using reduction_list = demands<step<elementwise_engine<Options...>, interconnect<Network>, memory<dram>>>;

/// Only engines may be named: the formats of a collective are those of its buffer.
template<class Option>
inline constexpr bool names_engine = false;
template<class In, class Accumulate, class Sparsity>
inline constexpr bool names_engine<math_option<In, Accumulate, Sparsity>> = true;
template<class R>
inline constexpr bool names_engine<on_option<R>> = true;

constexpr sentence uneven_fault(std::string_view name, shape_view x, std::int64_t n) {
    return sentence("{} of {} over {} ranks: the first extent must be a multiple of the ranks", {name, x, n});
}
constexpr sentence gathered_fault(std::string_view name, shape_view x, std::int64_t n) {
    return sentence("{} of {} over {} ranks: the result has more than 2^53 elements", {name, x, n});
}
[[noreturn]] inline void the_extents_of_a_collective_must_fit_its_ranks(const sentence& why) { throw_shape_error(why); }

/// Whether n ranks can each hold such a shard; an extent or count that is not yet known may be any.
constexpr bool gatherable(shape_view x, std::int64_t n) {
    if (!countable(x)) return false;
    std::int64_t elements = 1;
    for (int axis = 0; axis < x.rank; ++axis) elements *= x[axis] == dyn ? 1 : x[axis];
    return n == dyn || n <= max_elements / elements;
}
constexpr bool divides(std::int64_t n, std::int64_t extent) { return n == dyn || extent == dyn || extent % n == 0; }

template<diagnostic::text Name, class X, std::int64_t N>
struct static_uneven_fault {
    static constexpr sentence value = uneven_fault(Name.view(), extents_of_type<X>::value, N);
};
template<diagnostic::text Name, class X, std::int64_t N>
struct static_gathered_fault {
    static constexpr sentence value = gathered_fault(Name.view(), extents_of_type<X>::value, N);
};

constexpr std::int64_t extent_times(std::int64_t extent, std::int64_t n) {
    return extent == dyn || n == dyn ? dyn : extent * n;
}
constexpr std::int64_t extent_over(std::int64_t extent, std::int64_t n) {
    return extent == dyn || n == dyn ? dyn : extent / n;
}

/// The tensor of this type with the extents of x and another first one.
template<class Tensor, class T, std::int64_t... E>
constexpr Tensor with_first_extent(const tensor<T, E...>& x, std::int64_t first) {
    std::int64_t extents[sizeof...(E)]{};
    for (std::size_t axis = 0; axis < sizeof...(E); ++axis) extents[axis] = shape_of(x)[static_cast<int>(axis)];
    extents[0] = first;
    return tensor_with<Tensor>({extents, sizeof...(E)});
}

/// A rank alone has nothing to move and nothing to add.
constexpr amount unless_alone(std::int64_t n, const amount& a) { return n == 1 ? amount{} : a; }

}  // namespace detail
}  // namespace roofline
