// SPDX-License-Identifier: BSL-1.0
// expect-error: a phase: the recipe does not say in which formats the model is deployed
// expect: a recipe names, as uniform_recipe<T> does, its formats; this one lacks or has another thing for: kv_cache experts embedding

#include <roofline/model.hpp>
#include <roofline/models.hpp>

using namespace roofline;

// [broken]
struct half_a_recipe {
    static constexpr std::string_view name = "half a recipe";
    using residual = bf16;
    using attention_math = void;
    using attention = precision<bf16>;
    using absorbed = precision<bf16>;
    using feed_forward = precision<bf16>;
    using experts = bf16;  // no precision<>
    using shared_experts = precision<bf16>;
    using router = precision<bf16>;
    using head = precision<bf16>;
};
// [/broken]
struct whole_recipe : uniform_recipe<bf16> {
    using head = precision<fp8_e4m3>;
};

#ifndef POSITIVE_CONTROL
using recipe = half_a_recipe;
#else
using recipe = whole_recipe;
#endif
constexpr auto deployed = verify(models::llama_2_7b, 1, 1024, candidate_tree(-1, 0), recipe{});
