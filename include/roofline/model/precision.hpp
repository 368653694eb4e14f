// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype.hpp>
#include <roofline/op/product/matmul.hpp>

#include <string_view>

/// In which formats a model is deployed.
namespace roofline::inline ROOFLINE_ABI {

/// How one class of matrix products is stored and multiplied. Activations in another format than the residual stream are
/// quantised by a kernel of their own. Math void: that of the operands, as matmul has it.
template<dtype Weights, dtype Activations = Weights, class Math = void>
struct precision {
    using weights = Weights;
    using activations = Activations;
    using math = Math;
};

template<class P>
concept product_precision = requires { typename P::math; } && dtype<typename P::weights> && dtype<typename P::activations>;

/// A precision recipe: a type that names the formats of each class of operators.
///
///     struct my_recipe : uniform_recipe<bf16> {
///         static constexpr std::string_view name = "fp8 experts"sv;
///         using experts = precision<fp8_block128, fp8_tile128>;
///         using kv_cache = fp8;
///     };
template<class R>
concept precision_recipe = requires {
    R::name.size();
    typename R::attention_math;                   // void: the wider of queries and cache
} && dtype<typename R::residual>                  // between kernels
  && dtype<typename R::kv_cache>                  // as stored
  && product_precision<typename R::attention>     // the projections
  && product_precision<typename R::absorbed>      // the two that latent attention moves into the latent space
  && product_precision<typename R::feed_forward>  // dense
  && product_precision<typename R::experts>       // routed
  && product_precision<typename R::shared_experts>
  && product_precision<typename R::router>
  && product_precision<typename R::head>
  && dtype<typename R::embedding>;

namespace detail {

/// The members that a recipe lacks.
template<class R>
struct recipe_fault {
    static constexpr sentence value = [] {
        sentence text("a recipe names, as uniform_recipe<T> does, its formats; this one lacks or has another thing for:");
        const auto need = [&](bool there, std::string_view member) {
            if (!there) text.add(" {}", {member});
        };
        need(requires { R::name.size(); }, "name");
        need(requires { requires dtype<typename R::residual>; }, "residual");
        need(requires { requires dtype<typename R::kv_cache>; }, "kv_cache");
        need(requires { typename R::attention_math; }, "attention_math");
        need(requires { requires product_precision<typename R::attention>; }, "attention");
        need(requires { requires product_precision<typename R::absorbed>; }, "absorbed");
        need(requires { requires product_precision<typename R::feed_forward>; }, "feed_forward");
        need(requires { requires product_precision<typename R::experts>; }, "experts");
        need(requires { requires product_precision<typename R::shared_experts>; }, "shared_experts");
        need(requires { requires product_precision<typename R::router>; }, "router");
        need(requires { requires product_precision<typename R::head>; }, "head");
        need(requires { requires dtype<typename R::embedding>; }, "embedding");
        return text;
    }();
};

/// Whether a matmul takes the formats of a class of products.
template<class P>
inline constexpr bool multiplies = multipliable<tensor<typename P::activations, dyn, dyn>, tensor<typename P::weights, dyn, dyn>>;
template<class P>
    requires(!std::is_void_v<typename P::math>)
inline constexpr bool multiplies<P> = multipliable<tensor<typename P::activations, dyn, dyn>,
                                                   tensor<typename P::weights, dyn, dyn>, std::remove_const_t<decltype(math<typename P::math>)>>;
template<class R>
inline constexpr bool recipe_multiplies =
    multiplies<typename R::attention> && multiplies<typename R::absorbed> && multiplies<typename R::feed_forward> &&
    multiplies<typename R::experts> && multiplies<typename R::shared_experts> && multiplies<typename R::router> &&
    multiplies<typename R::head>;

template<class R>
struct recipe_product_fault {
    static constexpr sentence value = [] {
        sentence text;
        const auto need = [&]<class P>(std::type_identity<P>, std::string_view member) {
            if (multiplies<P> || text.size() > 0) return;
            text.add("recipe {}: {} multiplies activations in {} with weights in {}, and no matmul takes these",
                     {R::name, member, P::activations::name, P::weights::name});
        };
        need(std::type_identity<typename R::attention>{}, "attention");
        need(std::type_identity<typename R::absorbed>{}, "absorbed");
        need(std::type_identity<typename R::feed_forward>{}, "feed_forward");
        need(std::type_identity<typename R::experts>{}, "experts");
        need(std::type_identity<typename R::shared_experts>{}, "shared_experts");
        need(std::type_identity<typename R::router>{}, "router");
        need(std::type_identity<typename R::head>{}, "head");
        return text;
    }();
};

}  // namespace detail

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
