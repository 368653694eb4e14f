// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/precision.hpp>
#include <roofline/model/transformer.hpp>
#include <roofline/op/count.hpp>
#include <roofline/tensor/footprint.hpp>

/// The weights of a model: how many there are, and what they take in memory.
namespace roofline::inline ROOFLINE_ABI {

/// What a weight is for; a recipe gives each class a format.
enum class weight_class { attention, absorbed, feed_forward, expert, shared_expert, router, head, embedding, vector };

namespace detail {

/// As a recipe stores a class of weights. Norms and biases are stored as the residual stream is.
template<class Recipe>
constexpr const storage& storage_of(weight_class kind) {
    switch (kind) {
        case weight_class::attention: return Recipe::attention::weights::storage;
        case weight_class::absorbed: return Recipe::absorbed::weights::storage;
        case weight_class::feed_forward: return Recipe::feed_forward::weights::storage;
        case weight_class::expert: return Recipe::experts::weights::storage;
        case weight_class::shared_expert: return Recipe::shared_experts::weights::storage;
        case weight_class::router: return Recipe::router::weights::storage;
        case weight_class::head: return Recipe::head::weights::storage;
        case weight_class::embedding: return Recipe::embedding::storage;
        case weight_class::vector: break;
    }
    return Recipe::residual::storage;
}

/// Calls f(class, K, N, copies) for every weight (K,N) of the model, a vector as (1,N).
template<class Norm, class... Groups, class F>
constexpr void for_each_weight(const transformer<Norm, Groups...>& model, F&& f) {
    f(weight_class::embedding, model.hidden, model.vocabulary, 1);
    if (model.learned_positions > 0) f(weight_class::embedding, model.hidden, model.learned_positions, 1);
    for_each_group(model.groups, [&](const auto& group) {
        const auto each = [&](weight_class kind, std::int64_t k, std::int64_t n, std::int64_t copies) {
            if (k > 0 && n > 0 && copies > 0) f(kind, k, n, copies * group.count);
        };
        group.mixer.weights(model.hidden, each);
        group.feed_forward.weights(model.hidden, each);
        each(weight_class::vector, 1, Norm::parameters(model.hidden), group.norms());
    });
    f(weight_class::vector, 1, Norm::parameters(model.hidden), 1);
    if (!model.tied) f(weight_class::head, model.hidden, model.vocabulary, 1);
}

}  // namespace detail

/// Exact number of parameters: every stored weight, the embedding table once where it is tied.
template<class Norm, class... Groups>
constexpr std::int64_t parameters(const transformer<Norm, Groups...>& model) {
    std::int64_t sum = 0;
    detail::for_each_weight(model, [&](weight_class, std::int64_t k, std::int64_t n, std::int64_t copies) { sum += k * n * copies; });
    return sum;
}

/// What all weights take in memory, scales included, each class in the format that the recipe gives it.
template<class Norm, class... Groups, precision_recipe Recipe>
constexpr units::traffic weight_footprint(const transformer<Norm, Groups...>& model, const Recipe&) {
    double bytes = 0;
    detail::for_each_weight(model, [&](weight_class kind, std::int64_t k, std::int64_t n, std::int64_t copies) {
        bytes += detail::rounded(static_cast<double>(copies) *
                                 detail::bytes(detail::stored_bits(detail::storage_of<Recipe>(kind), 1, n, k)));
    });
    return units::traffic::from_value(bytes);
}

/// What `tokens` of one sequence take in the cache of keys and values, over all layers.
template<class Norm, class... Groups, precision_recipe Recipe>
constexpr units::traffic cache_footprint(const transformer<Norm, Groups...>& model, const Recipe&, std::int64_t tokens) {
    if (tokens < 1) detail::a_count_must_not_be_below_its_least(detail::count_fault("the number of cached tokens", tokens, 1));
    double bytes = 0;
    detail::for_each_group(model.groups, [&](const auto& group) {
        bytes += detail::rounded(static_cast<double>(group.count) *
                                 group.mixer.template cache_bytes<typename Recipe::kv_cache>(tokens));
    });
    return units::traffic::from_value(bytes);
}

}  // namespace roofline
