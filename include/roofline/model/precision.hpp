// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype.hpp>

#include <string_view>

/// In which formats a model is deployed.
namespace roofline {

/// How one class of matrix products is stored and multiplied. Activations in another format than the residual stream are
/// quantised by a kernel of their own. Math void: that of the operands, as matmul has it.
template<dtype Weights, dtype Activations = Weights, class Math = void>
struct precision {
    using weights = Weights;
    using activations = Activations;
    using math = Math;
};

/// A precision recipe: a type that names the formats of each class of operators.
///
///     struct my_recipe : uniform_recipe<bf16> {
///         static constexpr std::string_view name = "fp8 experts";
///         using experts = precision<fp8_block128, fp8_tile128>;
///         using kv_cache = fp8;
///     };
template<class R>
concept precision_recipe = requires {
    R::name.size();
    typename R::residual;        // between kernels
    typename R::kv_cache;        // as stored
    typename R::attention_math;  // void: the wider of queries and cache
    typename R::attention;       // the projections
    typename R::absorbed;        // the two that latent attention moves into the latent space
    typename R::feed_forward;    // dense
    typename R::experts;         // routed
    typename R::shared_experts;
    typename R::router;
    typename R::head;
    typename R::embedding;
};

/// One format for all.
template<dtype T>
struct uniform_recipe {
    static constexpr std::string_view name = T::name;
    using residual = T;
    using kv_cache = T;
    using attention_math = void;
    using attention = precision<T>;
    using absorbed = precision<T>;
    using feed_forward = precision<T>;
    using experts = precision<T>;
    using shared_experts = precision<T>;
    using router = precision<T>;
    using head = precision<T>;
    using embedding = T;
};
template<dtype T>
inline constexpr uniform_recipe<T> uniform{};

/// Weights in one format, everything else in another: W4A16 is weight_only<int4_g128, bf16>.
template<dtype Weights, dtype Rest>
struct weight_only_recipe : uniform_recipe<Rest> {
    static constexpr std::string_view name = Weights::name;
    using attention = precision<Weights, Rest>;
    using absorbed = precision<Weights, Rest>;
    using feed_forward = precision<Weights, Rest>;
    using experts = precision<Weights, Rest>;
    using shared_experts = precision<Weights, Rest>;
};
template<dtype Weights, dtype Rest>
inline constexpr weight_only_recipe<Weights, Rest> weight_only{};

}  // namespace roofline
