// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/op/attention/tile.hpp>
#include <roofline/op/step.hpp>

/// Costs as demands on resources: one kernel, or as many as the options say.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

/// The demand on the products put in front; or added to the first, where they are sent to the engine of the softmax.
template<std::size_t Count>
ROOFLINE_ALWAYS_INLINE
constexpr void copy_amounts(amount* to, const amount* from) {
    if constexpr (Count > 0) {
        *to = *from;
        copy_amounts<Count - 1>(to + 1, from + 1);
    }
}
template<class Compute, class First, class... R>
ROOFLINE_ALWAYS_INLINE
constexpr auto with_products(const amount& products, const step<First, R...>& others) {
    if constexpr (std::is_same_v<Compute, First>) {
        step<First, R...> all = others;
        all.amounts[0] += products;
        return all;
    } else {
        step<Compute, First, R...> all{};
        all.amounts[0] = products;
        copy_amounts<sizeof...(R) + 1>(all.amounts + 1, others.amounts);
        return all;
    }
}

template<class... Steps>
ROOFLINE_ALWAYS_INLINE
constexpr demands<Steps...> listed(const Steps&... steps) {
    if constexpr (sizeof...(Steps) == 1)
        return {steps...};
    else
        return [](const auto& first, const auto&... rest) { return demands<Steps...>{first, listed(rest...)}; }(steps...);
}

using softmax_vector = vector_math<fp32>;
using softmax_exp2 = special_math<special::exp2>;
using softmax_log2 = special_math<special::log2>;
using softmax_reciprocal = special_math<special::reciprocal>;

template<class Compute>
ROOFLINE_ALWAYS_INLINE
constexpr auto indexer_steps(const attention_problem& p, const attention_policy& with, std::int64_t weight_bits) {
    const auto c = indexer_kernel(p, with, weight_bits);
    return listed(with_products<Compute>(c.matrix, step<softmax_vector, memory<dram>>{{c.vector, c.dram}}));
}

template<class Compute, unsigned Given>
ROOFLINE_ALWAYS_INLINE
constexpr auto attention_steps(const attention_problem& p, const attention_policy& with,
                               [[maybe_unused]] std::int64_t scores) {
    using softmax = step<softmax_vector, softmax_exp2, softmax_reciprocal, memory<dram>>;
    if constexpr ((Given & takes_materialized) != 0) {
        const auto c = three_kernels(p, with, scores);
        using products = step<Compute, memory<dram>>;
        return listed(products{{c.scores, c.scores_dram}}, softmax{{c.vector, c.exp2, c.reciprocal, c.softmax_dram}},
                      products{{c.values, c.values_dram}});
    } else if constexpr ((Given & takes_split) != 0) {
        const auto c = fused_kernel(p, with);
        const auto combine = combine_kernel(p, with);
        using partial = step<softmax_vector, softmax_exp2, softmax_reciprocal, softmax_log2, memory<dram>>;
        return listed(with_products<Compute>(c.matrix, partial{{c.vector, c.exp2, c.reciprocal, c.log2, c.dram}}),
                      softmax{{combine.vector, combine.exp2, combine.reciprocal, combine.dram}});
    } else if constexpr ((Given & takes_blocks) != 0) {
        const auto c = tiled_kernel(p, with);
        using tiled = step<softmax_vector, softmax_exp2, softmax_reciprocal, memory<dram>, memory<llc>, memory<shared>>;
        return listed(with_products<Compute>(
            c.whole.matrix, tiled{{c.whole.vector, c.whole.exp2, c.whole.reciprocal, c.whole.dram, c.llc, c.shared}}));
    } else {
        const auto c = fused_kernel(p, with);
        return listed(with_products<Compute>(c.matrix, softmax{{c.vector, c.exp2, c.reciprocal, c.dram}}));
    }
}

}  // namespace roofline::detail::attending
