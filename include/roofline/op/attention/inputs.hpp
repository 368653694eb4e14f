// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/same_value.hpp>
#include <roofline/op/attention/cost.hpp>
#include <roofline/op/attention/operands.hpp>
#include <roofline/op/input.hpp>

/// The operands as inputs of an operator: which of the kernels reads them, and how much of them.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

template<unsigned Given, int Step, class T>
ROOFLINE_ALWAYS_INLINE
constexpr auto key_entry(const T& x, const keys_read& read, const kept_per_key& kept) {
    constexpr bool in_part = (Given & (takes_window | takes_paged | takes_prefix | takes_selected)) != 0;
    using whole = std::conditional_t<in_part, partly<T>, T>;
    using entry = typename at_step_or_plain<(Given & takes_materialized) != 0 ? Step : 0, whole>::type;
    if constexpr (in_part)
        return tensors<entry>{{partly<T>{x, bytes(read.bits(kept))}}, {}};
    else
        return tensors<entry>{{x}, {}};
}

template<unsigned Given>
ROOFLINE_ALWAYS_INLINE
constexpr tensors<> mask_entry() {
    return {};
}
template<unsigned Given, class First, class... Rest>
ROOFLINE_ALWAYS_INLINE
constexpr auto mask_entry(const First& first, const Rest&... rest) {
    if constexpr ((option_bit<First> & takes_additive) != 0) {
        using mask = std::remove_cvref_t<decltype(first.tensor)>;
        using entry = typename at_step_or_plain<(Given & takes_materialized) != 0 ? 1 : 0, mask>::type;
        return tensors<entry>{{first.tensor}, {}};
    } else {
        return mask_entry<Given>(rest...);
    }
}

/// The scores of three kernels, (b,n,s,S): the first writes them, the softmax rewrites them, the third reads them.
template<class Scores>
constexpr auto score_entries(const Scores& scores) {
    return tensors<at_step<role::left, 0, Scores>, at_step<role::passed, 1, Scores>, at_step<role::left, 1, Scores>,
                   at_step<role::passed, 2, Scores>>{{scores}, {{scores}, {{scores}, {{scores}, {}}}}};
}

template<attention_form Form, unsigned Given, class Q, class K, class... V, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto attention_inputs(const tensors<Q, K, V...>& x, const keys_read& read, const attention_problem& p,
                                const Options&... options) {
    const auto front = joined(tensors<Q>{x.first, {}}, key_entry<Given, 0>(x.rest.first, read, p.k));
    const auto mask = mask_entry<Given>(options...);
    if constexpr (same_value<Form, attention_form::latent>)
        return joined(front, mask);
    else if constexpr (same_value<Form, attention_form::indexer>)
        return joined(front, x.rest.rest);
    else if constexpr (same_value<Form, attention_form::grouped>)
        return joined(front, joined(key_entry<Given, 2>(x.rest.rest.first, read, p.v), mask));
    else
        return joined(joined(front, key_entry<Given, 0>(x.rest.rest.first, read, p.rope)),
                      joined(key_entry<Given, 2>(x.rest.rest.rest.first, read, p.v), mask));
}

}  // namespace roofline::detail::attending
