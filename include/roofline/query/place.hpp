// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/query/any_placement.hpp>
#include <roofline/query/placement.hpp>
#include <roofline/query/refusal.hpp>
#include <roofline/query/timing.hpp>

/// Placing an operator on a machine: divide, resource by resource; add up what shares an engine; the largest is the
/// time and names the bound. Nothing here knows what a GEMM or a GPU is.
namespace roofline::inline ROOFLINE_ABI {

/// Places an operator on a machine.
///
/// Time: for each step the busiest engine's, where an engine's is the sum over its resources of demand / ceiling; for a
/// composite the sum over its steps. A resource whose rate is unpublished does not limit, and the placement lists it.
/// Limit: the resource that binds the largest share of the time; at a tie compute binds.
/// With an any_operator or any_machine the same is done at run time, over flat arrays.
/// Errors: a resource that the machine does not have; an assumption that needs a cache size the machine does not state.
/// They do not compile; flat, they throw `unsupported` with the same sentence.
/// Source: Williams, Waterman, Patterson 2009, with one ceiling for each resource.
template<class... Steps, machine_like Machine, cache_assumption A = cold_assumption>
ROOFLINE_ALWAYS_INLINE
constexpr auto place(const demands<Steps...>& op, const Machine& m, A assumption = {}) {
    using list = demands<Steps...>;
    if constexpr (!detail::accepts<list, Machine, A>) {
        detail::refuse(detail::refusal_of<list, Machine, A>());
        return poisoned_placement{};
    } else if constexpr (detail::is_flat<list, Machine>) {
        return any_placement(detail::flattened(op), detail::flattened_machine(m), assumption);
    } else {
        const auto timing = detail::time_list<A>(op, m);
        return placement<list, Machine, A>(op, timing, detail::binding_of<A>(op, m, timing.limit));
    }
}

constexpr poisoned_placement place(poison, const auto&, const auto&...) { return {}; }

namespace detail {
/// Whether the operator moves the tensors that an assumption names.
template<class Op, class A>
inline constexpr bool knows_named = true;
}  // namespace detail

/// Whether place(op, machine, assumption) compiles, for types that can tell: the question without the error.
template<class Op, class Machine, class A = cold_assumption>
concept placeable =
    typed_operator<std::remove_cvref_t<Op>> && machine_like<std::remove_cvref_t<Machine>> &&
    !std::is_same_v<std::remove_cvref_t<Machine>, any_machine> &&
    detail::accepts<typename detail::operation_traits<std::remove_cvref_t<Op>>::list, std::remove_cvref_t<Machine>, A> &&
    detail::knows_named<std::remove_cvref_t<Op>, A>;

}  // namespace roofline
