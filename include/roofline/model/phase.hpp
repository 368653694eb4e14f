// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/check.hpp>
#include <roofline/model/norm.hpp>
#include <roofline/model/operator_list.hpp>
#include <roofline/model/projection.hpp>
#include <roofline/model/transformer.hpp>
#include <roofline/op/experts/routing.hpp>

/// Phases of inference: from a configuration to the operators that run, in order.
namespace roofline::inline ROOFLINE_ABI {

/// For a context that the model was not made for.
struct beyond_maximum_option {};
inline constexpr beyond_maximum_option beyond_maximum{};

namespace detail {
/// Calls f(name, operator, layers) of a name and an operator.
template<class F>
struct launching {
    F& f;
    std::int64_t layers;
    template<class Op>
    ROOFLINE_ALWAYS_INLINE
    constexpr void operator()(std::string_view kernel, const Op& op) const {
        f(kernel, op, layers);
    }
};
}  // namespace detail

/// One forward pass of a model in a precision: prefill(...), decode(...) or verify(...).
///
/// It is a value and stands for its operators: they are made when asked for, and none is stored.
template<class Kind, class Model, class Recipe, class Fusion, class Distinct>
class phase {
public:
    using kind = Kind;
    using recipe = Recipe;
    using fusion = Fusion;
    static constexpr std::string_view name = Kind::name;

    constexpr phase(const Model& model, const pass& extents, const Distinct& distinct)
        : model_(model), plan_{extents, model.hidden, distinct} {}

    constexpr const Model& model() const { return model_; }
    constexpr const pass& extents() const { return plan_; }
    /// Tokens that the pass yields: one a sequence, of a verification those that are scored.
    constexpr std::int64_t scored_tokens() const { return plan_.batch * plan_.scored; }

    /// Calls f(name, operator, layers) for each kernel in the order of execution, layers being how often it runs. Operators
    /// are typed and differ in type.
    template<class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void for_each(F&& f) const {
        using residual = typename Recipe::residual;
        const std::int64_t t = plan_.tokens(), h = model_.hidden, scored = scored_tokens();
        const detail::launching<std::remove_reference_t<F>> once{f, 1};
        once("embedding", embedding(detail::tensor_of<i32>(t), detail::tensor_of<typename Recipe::embedding>(model_.vocabulary, h),
                                    out<residual>));
        if (model_.learned_positions > 0)
            once("position_add", add(detail::tensor_of<residual>(t, h), detail::tensor_of<residual>(t, h)));
        for_layers<true>(model_.groups, f);
        once("final_norm", normed(t));
        detail::convert<typename Recipe::head, residual>("head_quantize", scored, h, once);
        detail::project<typename Recipe::head, residual>("lm_head", scored, h, model_.vocabulary, once);
    }

    /// The same as flat values, to index and to loop over: see operator_list.
    constexpr operator_list<phase> operators() const { return operator_list<phase>(*this); }

private:
    template<bool First, class F>
    constexpr void for_layers(const detail::group_list<>&, F&) const {}
    template<bool First, class Group, class... Rest, class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void for_layers(const detail::group_list<Group, Rest...>& groups, F& f) const {
        const std::int64_t t = plan_.tokens();
        const Group& group = groups.first;
        const detail::launching<F> each{f, group.count};
        if constexpr (First && Fusion::residual) {  // before the first layer there is no residual to add
            f("input_norm", Model::norm::template on<typename Recipe::residual>(t, plan_.hidden), std::int64_t{1});
            if (group.count > 1) f("input_norm", normed(t), group.count - 1);
        } else {
            each("input_norm", normed(t));
        }
        group.mixer.operators(plan_, each);
        if (group.post_norms) each("mixer_norm", Model::norm::template on<typename Recipe::residual>(t, plan_.hidden));
        if constexpr (!Fusion::residual) add_residual("attention_add", t, each);
        if constexpr (Group::has_feed_forward) {
            each("post_attention_norm", normed(t));
            group.feed_forward.operators(plan_, each);
            if (group.post_norms) each("feed_forward_norm", Model::norm::template on<typename Recipe::residual>(t, plan_.hidden));
            if constexpr (!Fusion::residual) add_residual("feed_forward_add", t, each);
        }
        for_layers<false>(groups.rest, f);
    }
    ROOFLINE_ALWAYS_INLINE
    constexpr auto normed(std::int64_t t) const {
        if constexpr (Fusion::residual)
            return Model::norm::template on_sum<typename Recipe::residual>(t, plan_.hidden);
        else
            return Model::norm::template on<typename Recipe::residual>(t, plan_.hidden);
    }
    template<class F>
    ROOFLINE_ALWAYS_INLINE
    constexpr void add_residual(std::string_view kernel, std::int64_t t, F&& f) const {
        f(kernel, add(detail::tensor_of<typename Recipe::residual>(t, plan_.hidden),
                    detail::tensor_of<typename Recipe::residual>(t, plan_.hidden)));
    }

    Model model_;
    detail::plan<Kind, Recipe, Fusion, Distinct> plan_;
};

namespace detail {

/// Every tensor of a phase must be countable: the widest has a row for each token, and keys for each sequence.
constexpr bool phase_countable(const backbone& model, const pass& p) {
    const double widest = static_cast<double>(model.vocabulary) + 64.0 * static_cast<double>(model.hidden);
    return static_cast<double>(p.batch) * static_cast<double>(p.context) * widest < static_cast<double>(max_elements);
}

ROOFLINE_ALWAYS_INLINE
constexpr bool phase_sound(const backbone& model, const pass& p, bool beyond) {
    return p.batch >= 1 && p.added >= 1 && p.context >= p.added && phase_countable(model, p) &&
           (beyond || model.max_position == 0 || p.context <= model.max_position);
}
/// What is wrong with a phase that is not sound.
constexpr sentence phase_fault(const backbone& model, std::string_view kind, const pass& p) {
    sentence text("{} of {}: ", {kind, model.name});
    if (p.batch < 1) return text.add("the batch is {} and must be at least 1", {p.batch});
    if (p.added < 1) return text.add("the number of new tokens is {} and must be at least 1", {p.added});
    if (p.context < p.added)
        return text.add("the context of {} must hold the {} new tokens", {p.context, p.added});
    if (!phase_countable(model, p)) return text.add("a tensor has more than 2^53 elements");
    return text.add("the context of {} is past the {} positions of the model; say beyond_maximum to go there",
                    {p.context, model.max_position});
}

template<class Check>
constexpr void check_groups(const group_list<>&, Check&) {}
template<class First, class... Rest, class Check>
ROOFLINE_ALWAYS_INLINE
constexpr void check_groups(const group_list<First, Rest...>& groups, Check& c) {
    c.at_least("the number of layers of a group", groups.first.count, 1);
    check_block(groups.first.mixer, c);
    check_block(groups.first.feed_forward, c);
    check_groups(groups.rest, c);
}
/// What holds of the configuration: its backbone, and each group.
template<class Model, class Check>
ROOFLINE_ALWAYS_INLINE
constexpr void check_model(const Model& model, Check& c) {
    check_block(static_cast<const backbone&>(model), c);
    check_groups(model.groups, c);
}
template<class Model>
ROOFLINE_ALWAYS_INLINE
constexpr bool model_sound(const Model& model, const pass& p) {
    soundness c{p};
    check_model(model, c);
    return c.sound;
}
template<class Model>
ROOFLINE_COLD
constexpr sentence model_fault(const Model& model, const pass& p) {
    first_fault c{p, model.name};
    check_model(model, c);
    return c.text;
}
[[noreturn]] inline void a_configuration_must_be_that_of_a_model(const sentence& why) { throw_shape_error(why); }

template<class Option>
inline constexpr bool is_fusion = requires {
    { Option::projections } -> std::convertible_to<bool>;
    { Option::residual } -> std::convertible_to<bool>;
};

/// The first option that is a Kind of option, or a Default.
template<class Default>
constexpr Default fusion_among() {
    return {};
}
template<class Default, class First, class... Rest>
constexpr auto fusion_among(const First& first, const Rest&... rest) {
    if constexpr (is_fusion<First>)
        return first;
    else
        return fusion_among<Default>(rest...);
}
constexpr fewest_experts policy_among() { return {}; }
template<class First, class... Rest>
constexpr auto policy_among(const First& first, const Rest&... rest) {
    if constexpr (is_distinct_experts<First>)
        return first;
    else
        return policy_among(rest...);
}

template<class Option>
inline constexpr bool is_beyond = std::is_same_v<Option, beyond_maximum_option>;
/// All known, and none given twice.
template<class... Options>
inline constexpr bool phase_options =
    ((is_fusion<Options> || is_distinct_experts<Options> || is_beyond<Options>) && ...) &&
    (is_fusion<Options> + ... + 0) <= 1 && (is_distinct_experts<Options> + ... + 0) <= 1 && (is_beyond<Options> + ... + 0) <= 1;

template<class Kind, class Model, class Recipe, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto make_phase(const Model& model, const pass& extents, const Recipe&, const Options&... options) {
    if constexpr (!precision_recipe<Recipe>) {
        static_assert(diagnostic::accepted<diagnostic::refused<recipe_fault<Recipe>>>,
                      "a phase: the recipe does not say in which formats the model is deployed");
        return poison{};
    } else if constexpr (!recipe_multiplies<Recipe>) {
        static_assert(diagnostic::accepted<diagnostic::refused<recipe_product_fault<Recipe>>>,
                      "a phase: the recipe has formats that no matmul takes");
        return poison{};
    } else if constexpr (!phase_options<Options...>) {
        static_assert(phase_options<Options...>,
                      "a phase: after the recipe come, each at most once, a fusion policy, the number of distinct experts and "
                      "beyond_maximum");
        return poison{};
    } else {
        if (!model_sound(model, extents)) a_configuration_must_be_that_of_a_model(model_fault(model, extents));
        if (!phase_sound(model, extents, (is_beyond<Options> || ...)))
            a_phase_must_have_positive_extents_within_the_model(phase_fault(model, Kind::name, extents));
        using fusion = decltype(fusion_among<usual_fusion>(options...));
        const auto distinct = policy_among(options...);
        return phase<Kind, Model, Recipe, fusion, std::remove_const_t<decltype(distinct)>>(model, extents, distinct);
    }
}

}  // namespace detail

/// All s tokens of each of b prompts at once; the head scores the last. `context` is longer than s where a prefix is cached.
///
/// Options, in any order: separate_kernels or usual_fusion (default); how many distinct experts a batch touches, default
/// distinct_experts::fewest, the only sure bound; beyond_maximum.
/// Errors: extents below 1, a context that does not hold the new tokens or is past the model's maximum, and a configuration
/// that no model can have, throw shape_error. What is no recipe, formats that no matmul takes, and other options do not
/// compile.
template<class Norm, class... Groups, class Recipe, class... Options>
    requires(!std::integral<Recipe>)
ROOFLINE_ALWAYS_INLINE
constexpr auto prefill(const transformer<Norm, Groups...>& model, std::int64_t batch, std::int64_t tokens, const Recipe& recipe,
                       const Options&... options) {
    return detail::make_phase<prefill_kind>(model, pass{batch, tokens, tokens, 1}, recipe, options...);
}
/// The same for the last `tokens` of a context: a chunk, or what follows a cached prefix.
template<class Norm, class... Groups, class Recipe, class... Options>
    requires(!std::integral<Recipe>)
ROOFLINE_ALWAYS_INLINE
constexpr auto prefill(const transformer<Norm, Groups...>& model, std::int64_t batch, std::int64_t tokens, std::int64_t context,
                       const Recipe& recipe, const Options&... options) {
    return detail::make_phase<prefill_kind>(model, pass{batch, tokens, context, 1}, recipe, options...);
}

/// One token for each of b sequences that attends to `context` keys, its own included.
template<class Norm, class... Groups, class Recipe, class... Options>
ROOFLINE_ALWAYS_INLINE
constexpr auto decode(const transformer<Norm, Groups...>& model, std::int64_t batch, std::int64_t context, const Recipe& recipe,
                      const Options&... options) {
    return detail::make_phase<decode_kind>(model, pass{batch, 1, context, 1}, recipe, options...);
}

/// Speculation: `candidates` tokens a sequence, guessed one after the other, are verified in one pass; all are scored. The
/// last attends to `context` keys.
/// (Integers by template: verify(q, k, v) takes whatever fits as well as it.)
template<class Norm, class... Groups, std::integral Batch, std::integral Context, std::integral Candidates,
         class Recipe, class... Options>
constexpr auto verify(const transformer<Norm, Groups...>& model, Batch batch, Context context, Candidates candidates,
                      const Recipe& recipe, const Options&... options) {
    const auto s = static_cast<std::int64_t>(candidates);
    return detail::make_phase<verify_kind>(
        model, pass{static_cast<std::int64_t>(batch), s, static_cast<std::int64_t>(context), s}, recipe, options...);
}
/// The same for a tree of candidates: each sees the cache, its ancestors and itself. The context holds all of them.
///
///     verify(model, 1, 1028, candidate_tree(-1, 0, 0, 1), recipe)   // 1024 cached tokens
///
/// Error: a window that is shorter than the context throws shape_error, since what it hides depends on depths.
template<class Norm, class... Groups, std::integral Batch, std::integral Context, class Recipe, class... Options>
constexpr auto verify(const transformer<Norm, Groups...>& model, Batch batch, Context context, const tree_mask& candidates,
                      const Recipe& recipe, const Options&... options) {
    return detail::make_phase<verify_tree_kind>(
        model, pass{static_cast<std::int64_t>(batch), candidates.nodes, static_cast<std::int64_t>(context), candidates.nodes,
                    candidates.pairs},
        recipe, options...);
}

}  // namespace roofline
