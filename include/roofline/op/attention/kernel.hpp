// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/same_value.hpp>
#include <roofline/op/attention/inputs.hpp>
#include <roofline/op/attention/operand_types.hpp>
#include <roofline/op/attention/steps.hpp>
#include <roofline/op/operation.hpp>

/// What the operators of the family have in common: from operands and options to an operation, or a refusal.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

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
    if constexpr ((Given & ~looked_at) != 0 || same_value<Form, attention_form::indexer>) {
        return false;
    } else {
        const std::int64_t* q = shape_of(x.first).extents;
        const std::int64_t* k = shape_of(x.rest.first).extents;
        const double rows = static_cast<double>(q[0]) * static_cast<double>(q[1]) * static_cast<double>(q[2]);
        constexpr double most = static_cast<double>(max_elements);
        if (q[0] != k[0] || (!with.mask.is_full() && q[1] > k[1])) return false;
        if (with.scores_counted && !(rows * static_cast<double>(k[1]) < most)) return false;
        if constexpr (same_value<Form, attention_form::latent>) {
            return q[3] == k[2] && with.latent <= q[3] && rows * static_cast<double>(with.latent) < most;
        } else {
            const std::int64_t* v = shape_of(last_in(x)).extents;
            if (k[0] != v[0] || k[1] != v[1] || k[2] != v[2] || !(rows * static_cast<double>(v[3]) < most)) return false;
            if constexpr (same_value<Form, attention_form::grouped>) {
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
    if constexpr (same_value<Form, attention_form::latent> || same_value<Form, attention_form::indexer>) {
        if constexpr (same_value<Form, attention_form::latent>) p.e = with.latent;
        p.k = {k_format, 0, p.d};
    } else {
        using last = std::remove_cvref_t<decltype(last_in(x))>;
        p.groups = k[2];
        p.e = shape_of(last_in(x)).extents[3];
        p.k = {k_format, p.groups, k[3]};
        p.v = {&format_of_operand<last>::storage, p.groups, p.e};
        if constexpr (same_value<Form, attention_form::expanded>) {
            using rope = std::remove_cvref_t<decltype(x.rest.rest.first)>;
            p.rope = {&format_of_operand<rope>::storage, 0, shape_of(x.rest.rest.first).extents[2]};
        }
    }
    return p;
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
        const attention_policy with = policy_of<Default>(options...);
        if (!surely_right<Form, given>(x, with)) check_attention<Name, Form, Default>(x, options...);
        attention_problem p = problem_of<Form>(x, with);
        constexpr bool indexes = same_value<Form, attention_form::indexer>;
        const std::int64_t extents[] = {p.b, p.s, indexes ? p.keys : p.n, p.e};
        const shape_view shape{extents, indexes ? 3 : 4};
        const Result o = tensor_with<Result>(shape);
        p.q_bits = bits_of(x.first);
        p.o_bits = stored_bits<typename operand_type<Result>::format, indexes ? 3 : 4>(extents);
        const auto inputs = attention_inputs<Form, given>(x, read_of(p, with), p, options...);
        if constexpr (indexes) {
            const std::int64_t weights = bits_of(x.rest.rest.first);
            return make_operation(indexer_steps<compute>(p, with, weights), o, inputs);
        } else if constexpr ((given & takes_materialized) != 0) {
            using format = typename score_format_or<q_format, Options...>::type;
            const std::int64_t score_extents[] = {p.b, p.n, p.s, p.keys};
            const auto scores = tensor_with<typename scores_of<format, types>::type>({score_extents, 4});
            return make_operation(attention_steps<compute, given>(p, with, bits_of(scores)), o,
                                  joined(inputs, score_entries(scores)));
        } else {
            return make_operation(attention_steps<compute, given>(p, with, 0), o, inputs);
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
        sentence text("the operands are {}; given were", {Takes.view()});
        const int ranks[] = {rank_or_none<X>...};
        for (const int rank : ranks) {
            if (rank < 0)
                text.add(" no tensor,");
            else
                text.add(" rank {},", {rank});
        }
        return text.add(" in this order");
    }();
};

template<class... T>
inline constexpr bool any_poison = (is_poison<T> || ...);

}  // namespace roofline::detail::attending
