// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/op/attention/tile.hpp>
#include <roofline/op/operation.hpp>
#include <roofline/op/passing.hpp>
#include <roofline/op/product/math.hpp>

/// What the operators of the family have in common: from operands and options to an operation, or a refusal.
namespace roofline::detail::attending {

enum class attention_form {
    grouped,   // q (b,s,n,d), k (b,S,g,d), v (b,S,g,e)
    latent,    // q (b,s,n,c), cache (b,S,c)
    expanded,  // q (b,s,n,d+p), k (b,S,n,d), rope (b,S,p), v (b,S,n,e)
    indexer,   // q (b,s,n,d), keys (b,S,d), weights (b,s,n)
};

struct attention_operands {
    std::string_view name;
    attention_form form;
    int count;
    shape_view shapes[4];
    const storage* formats[4];
};

constexpr complaint complaint_of(const attention_operands& x) {
    const shape_view q = x.shapes[0], k = x.shapes[1], v = x.shapes[x.count - 1];
    for (int i = 1; i < x.count; ++i) {
        if (differ(q[0], x.shapes[i][0])) return {"the batches are ", q[0], " and ", x.shapes[i][0], " and must be equal"};
        if (x.form != attention_form::indexer && differ(k[1], x.shapes[i][1]))
            return {"there are ", k[1], " keys and ", x.shapes[i][1],
                    i + 1 == x.count ? " values, which must be as many" : " rope keys, which must be as many"};
    }
    if (x.form == attention_form::latent || x.form == attention_form::indexer) {
        if (differ(q[3], k[2])) return {"a query has ", q[3], " elements and a key ", k[2], ", and they must be equal"};
        if (x.form == attention_form::latent) return {};
        if (differ(q[1], v[1])) return {"there are ", q[1], " queries and weights for ", v[1], ", which must be as many"};
        if (differ(q[2], v[2]))
            return {"there are ", q[2], " query heads and weights for ", v[2], ", which must be as many"};
        return {};
    }
    if (differ(k[2], v[2])) return {"there are ", k[2], " key heads and ", v[2], " value heads, which must be as many"};
    if (x.form == attention_form::expanded) {
        if (differ(q[2], k[2])) return {"there are ", q[2], " query heads and ", k[2], " key heads, which must be as many"};
        const std::int64_t d = q[3], nope = k[3], rope = x.shapes[2][2];
        if (d != dyn && nope != dyn && rope != dyn && d != nope + rope)
            return {"a query head has ", d, " elements and a key head with its rope ", nope + rope,
                    ", and they must be equal"};
        return {};
    }
    if (differ(q[3], k[3])) return {"the heads of q and k have ", q[3], " and ", k[3], " elements and must be equal"};
    if (q[2] != dyn && k[2] != dyn && q[2] % k[2] != 0)
        return {"", q[2], " query heads are not a multiple of ", k[2], " key heads"};
    return {};
}

constexpr attention_problem problem_of(const attention_operands& x, const attention_policy& with) {
    const shape_view q = x.shapes[0], k = x.shapes[1], v = x.shapes[x.count - 1];
    attention_problem p;
    p.b = known(known(q[0], k[0]), v[0]);
    p.s = q[1];
    p.keys = known(k[1], v[1]);
    p.n = q[2];
    p.d = q[3];
    p.q_format = x.formats[0];
    if (x.form == attention_form::latent || x.form == attention_form::indexer) {
        p.d = known(p.d, k[2]);
        if (x.form == attention_form::latent) p.e = with.latent;
        p.k = {x.formats[1], 0, p.d};
        return p;
    }
    p.groups = known(k[2], v[2]);
    p.e = v[3];
    p.k = {x.formats[1], p.groups, k[3]};
    p.v = {x.formats[x.count - 1], p.groups, p.e};
    if (x.form == attention_form::expanded) p.rope = {x.formats[2], 0, x.shapes[2][2]};
    return p;
}

constexpr complaint complaint_of(const attention_operands& x, attention_policy with) {
    const complaint shapes = complaint_of(x);
    if (x.form == attention_form::indexer) with.scores_counted = true;
    return shapes ? shapes : complaint_of(problem_of(x, with), with);
}

constexpr sentence attention_sentence(const attention_operands& x, const attention_policy& with) {
    sentence text;
    text << x.name << " of ";
    for (int i = 0; i < x.count; ++i) text << (i > 0 ? ", " : "") << x.shapes[i];
    return text << ": " << complaint_of(x, with);
}
[[noreturn]] inline void the_operands_and_options_of_an_attention_must_agree(const sentence& why) { throw shape_error(why); }

constexpr void put_shapes(attention_operands&, const tensors<>&) {}
template<class First, class... Rest>
constexpr void put_shapes(attention_operands& operands, const tensors<First, Rest...>& x) {
    operands.shapes[operands.count++] = shape_of(x.first);
    put_shapes(operands, x.rest);
}
template<class First, class... Rest>
ROOFLINE_ALWAYS_INLINE
constexpr const auto& last_in(const tensors<First, Rest...>& x) {
    if constexpr (sizeof...(Rest) == 0)
        return x.first;
    else
        return last_in(x.rest);
}

// Types -------------------------------------------------------------------------------------------------------------------

template<class Tensor>
struct operand_type;
template<class T, std::int64_t... E>
struct operand_type<tensor<T, E...>> {
    using format = T;
    static constexpr shape_view shape{static_extents<E...>, sizeof...(E)};
};
template<class Tensor>
using format_of_operand = typename operand_type<Tensor>::format;

/// The math of the first format with each of the others in turn.
template<class First, class... Rest>
struct math_of_all {
    using type = typename First::math;
};
template<class First, class Next, class... Rest>
struct math_of_all<First, Next, Rest...> {
    using both = typename common_math<First, Next>::type;
    using type = typename math_of_all<both, Rest...>::type;
};
template<class... Rest>
struct math_of_all<void, Rest...> {
    using type = void;
};
template<class Next, class... Rest>
struct math_of_all<void, Next, Rest...> {
    using type = void;
};

template<attention_form Form, class... T>
struct math_of_form : math_of_all<T...> {};
template<class Q, class K, class W>
struct math_of_form<attention_form::indexer, Q, K, W> : math_of_all<Q, K> {};

template<class Math>
struct attention_engine {
    using type = matrix_math<Math>;
};
template<>
struct attention_engine<void> {
    using type = void;
};

template<class... T>
struct no_math_of_all {
    static constexpr sentence value = [] {
        sentence text = "the operands multiply in";
        ((text << " " << T::math::name), ...);
        return text << ", of which two are equally wide and different; say which with math<>";
    }();
};

/// q must stand for real numbers; keys and values may be integers that the kernel converts, but no indices.
template<class Q, class... Rest>
inline constexpr bool attended = !is_integer<Q> && !(is_index<Rest> || ...);
template<class Q, class... Rest>
struct not_attended {
    static constexpr sentence value = [] {
        sentence text = "the operands are ";
        text << Q::name;
        ((text << " " << Rest::name), ...);
        return text << "; q must not be an integer, keys and values not i32 or i64";
    }();
};

/// (The name is no part of it: nvcc does not deduce strings.)
template<attention_form Form, class Default, class Tensors, class... Options>
struct static_attention;
template<attention_form Form, class Default, class... T, class... Options>
struct static_attention<Form, Default, tensors<T...>, Options...> {
    static constexpr attention_operands operands{
        {}, Form, sizeof...(T), {operand_type<T>::shape...}, {&format_of_operand<T>::storage...}};
    static constexpr bool refused = static_cast<bool>(complaint_of(operands, policy_of_types<Default, Options...>()));
};
template<diagnostic::text Name, class Attention, class Default, class... Options>
struct static_attention_fault {
    static constexpr sentence value = [] {
        attention_operands operands = Attention::operands;
        operands.name = Name.view();
        return attention_sentence(operands, policy_of_types<Default, Options...>());
    }();
};

// Steps -------------------------------------------------------------------------------------------------------------------

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
        all.amounts[0] = all.amounts[0] + products;
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

// Run time ----------------------------------------------------------------------------------------------------------------

/// The operands by their shapes, with everything that may be wrong: by value, so that a sound tensor stays in registers.
template<diagnostic::text Name, attention_form Form, class Default, class... T, class... Options>
ROOFLINE_COLD
constexpr void check_attention(tensors<T...> x, Options... options) {
    attention_operands operands{Name.view(), Form, 0, {}, {&format_of_operand<T>::storage...}};
    put_shapes(operands, x);
    const attention_policy with = policy_of<Default>(options...);
    if (complaint_of(operands, with))
        the_operands_and_options_of_an_attention_must_agree(attention_sentence(operands, with));
}

/// Whether nothing is wrong, by a quick look that does not know all options and may not be sure.
template<attention_form Form, unsigned Given, class Q, class K, class... V>
ROOFLINE_ALWAYS_INLINE
constexpr bool surely_right(const tensors<Q, K, V...>& x, const attention_policy& with) {
    constexpr unsigned looked_at = takes_formats | takes_full | takes_causal | takes_window | takes_materialized |
                                   takes_score_format | takes_latent;
    if constexpr ((Given & ~looked_at) != 0 || Form == attention_form::indexer) {
        return false;
    } else {
        const std::int64_t* q = shape_of(x.first).extents;
        const std::int64_t* k = shape_of(x.rest.first).extents;
        const double rows = static_cast<double>(q[0]) * static_cast<double>(q[1]) * static_cast<double>(q[2]);
        constexpr double most = static_cast<double>(max_elements);
        if (q[0] != k[0] || (with.mask.kind != mask_kind::full && q[1] > k[1])) return false;
        if (with.scores_counted && !(rows * static_cast<double>(k[1]) < most)) return false;
        if constexpr (Form == attention_form::latent) {
            return q[3] == k[2] && with.latent <= q[3] && rows * static_cast<double>(with.latent) < most;
        } else {
            const std::int64_t* v = shape_of(last_in(x)).extents;
            if (k[0] != v[0] || k[1] != v[1] || k[2] != v[2] || !(rows * static_cast<double>(v[3]) < most)) return false;
            if constexpr (Form == attention_form::grouped) {
                return q[3] == k[3] && (q[2] == k[2] || q[2] % k[2] == 0);
            } else {
                const std::int64_t* rope = shape_of(x.rest.rest.first).extents;
                return q[2] == k[2] && k[0] == rope[0] && k[1] == rope[1] && q[3] == k[3] + rope[2];
            }
        }
    }
}

/// Of operands that are right. See problem_of above.
template<attention_form Form, class Q, class K, class... V>
ROOFLINE_ALWAYS_INLINE
constexpr attention_problem problem_of(const tensors<Q, K, V...>& x, const attention_policy& with) {
    const std::int64_t* q = shape_of(x.first).extents;
    const std::int64_t* k = shape_of(x.rest.first).extents;
    attention_problem p;
    p.b = q[0];
    p.s = q[1];
    p.keys = k[1];
    p.n = q[2];
    p.d = q[3];
    p.q_format = &format_of_operand<Q>::storage;
    constexpr const storage* k_format = &format_of_operand<K>::storage;
    if constexpr (Form == attention_form::latent || Form == attention_form::indexer) {
        if constexpr (Form == attention_form::latent) p.e = with.latent;
        p.k = {k_format, 0, p.d};
    } else {
        using last = std::remove_cvref_t<decltype(last_in(x))>;
        p.groups = k[2];
        p.e = shape_of(last_in(x)).extents[3];
        p.k = {k_format, p.groups, k[3]};
        p.v = {&format_of_operand<last>::storage, p.groups, p.e};
        if constexpr (Form == attention_form::expanded) {
            using rope = std::remove_cvref_t<decltype(x.rest.rest.first)>;
            p.rope = {&format_of_operand<rope>::storage, 0, shape_of(x.rest.rest.first).extents[2]};
        }
    }
    return p;
}

// Entries -----------------------------------------------------------------------------------------------------------------

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
    if constexpr ((attention_option<First>::bit & takes_additive) != 0) {
        using mask = std::remove_cvref_t<decltype(first.tensor)>;
        using entry = typename at_step_or_plain<(Given & takes_materialized) != 0 ? 1 : 0, mask>::type;
        return tensors<entry>{{first.tensor}, {}};
    } else {
        return mask_entry<Given>(rest...);
    }
}

template<attention_form Form, unsigned Given, class Q, class K, class... V, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto attention_inputs(const tensors<Q, K, V...>& x, const keys_read& read, const attention_problem& p,
                                const Options&... options) {
    const auto front = joined(tensors<Q>{x.first, {}}, key_entry<Given, 0>(x.rest.first, read, p.k));
    const auto mask = mask_entry<Given>(options...);
    if constexpr (Form == attention_form::latent)
        return joined(front, mask);
    else if constexpr (Form == attention_form::indexer)
        return joined(front, x.rest.rest);
    else if constexpr (Form == attention_form::grouped)
        return joined(front, joined(key_entry<Given, 2>(x.rest.rest.first, read, p.v), mask));
    else
        return joined(joined(front, key_entry<Given, 0>(x.rest.rest.first, read, p.rope)),
                      joined(key_entry<Given, 2>(x.rest.rest.rest.first, read, p.v), mask));
}

/// The operator of these operands, or what is wrong with them.
template<diagnostic::text Name, attention_form Form, unsigned Allowed, class Default, class Result, class Q, class... KV,
         class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto attention_of(const tensors<Q, KV...>& x, const Options&... options) {
    constexpr unsigned given = options_given<Options...>;
    using types = static_attention<Form, Default, tensors<Q, KV...>, Options...>;
    using q_format = format_of_operand<Q>;
    using math = typename math_of_form<Form, q_format, format_of_operand<KV>...>::type;
    using compute = typename engine_or<typename attention_engine<math>::type, matrix_math, Options...>::type;
    if constexpr ((is_poison<Options> || ...)) {
        return poison{};
    } else if constexpr (!options_known<Allowed, Options...>) {
        static_assert(options_known<Allowed, Options...>, "attention: this option is not one of this operator");
        return poison{};
    } else if constexpr (!options_once<Options...> || !given_once<Options...>) {
        return refuse_repeated<options_once<Options...> && given_once<Options...>>();
    } else if constexpr (!options_compatible(given)) {
        static_assert(options_compatible(given), "attention: these options exclude each other");
        return poison{};
    } else if constexpr ((refused_count<Options> || ...)) {
        (static_cast<void>(refuse_count<Options>{}), ...);
        return poison{};
    } else if constexpr (!attended<q_format, format_of_operand<KV>...>) {
        static_assert(diagnostic::accepted<diagnostic::refused<not_attended<q_format, format_of_operand<KV>...>>>,
                      "attention: cannot take this number format");
        return poison{};
    } else if constexpr (std::is_void_v<compute>) {
        static_assert(diagnostic::accepted<diagnostic::refused<no_math_of_all<q_format, format_of_operand<KV>...>>>,
                      "attention: the operands have no common math; say which with math<>");
        return poison{};
    } else if constexpr (types::refused) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_attention_fault<Name, types, Default, Options...>>>,
                      "attention: the operands and options do not agree");
        return poison{};
    } else {
        using score = typename score_format_or<q_format, Options...>::type;
        const attention_policy with = policy_of<Default>(options...);
        if (!surely_right<Form, given>(x, with)) check_attention<Name, Form, Default>(x, options...);
        attention_problem p = problem_of<Form>(x, with);
        constexpr bool indexes = Form == attention_form::indexer;
        const std::int64_t extents[] = {p.b, p.s, indexes ? p.keys : p.n, p.e};
        const shape_view shape{extents, indexes ? 3 : 4};
        const Result o = tensor_with<Result>(shape);
        p.q_bits = bits_of(x.first);
        p.o_bits = stored_bits<typename operand_type<Result>::format, indexes ? 3 : 4>(extents);
        const auto inputs = attention_inputs<Form, given>(x, read_of(p, with), p, options...);
        if constexpr (indexes) {
            const std::int64_t weights = bits_of(x.rest.rest.first);
            return make_operation(indexer_steps<compute>(p, with, weights), o, inputs);
        } else {
            std::int64_t scores = 0;
            if constexpr ((given & takes_materialized) != 0) scores = stored_bits(score::storage, p.b * p.n, p.s, p.keys);
            return make_operation(attention_steps<compute, given>(p, with, scores), o, inputs);
        }
    }
}

/// What came in place of tensors of other ranks. `Takes` says which.
template<class X>
inline constexpr int rank_or_none = -1;
template<class T, std::int64_t... E>
inline constexpr int rank_or_none<tensor<T, E...>> = sizeof...(E);
template<diagnostic::text Takes, class... X>
struct operand_ranks_fault {
    static constexpr sentence value = [] {
        sentence text = "the operands are ";
        text << Takes.view() << "; given were";
        const int ranks[] = {rank_or_none<X>...};
        for (const int rank : ranks) {
            if (rank < 0)
                text << " no tensor,";
            else
                text << " rank " << rank << ",";
        }
        return text << " in this order";
    }();
};

template<class... T>
inline constexpr bool any_poison = (is_poison<T> || ...);

}  // namespace roofline::detail::attending
