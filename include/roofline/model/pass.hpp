// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/tensor/tensor.hpp>

#include <string_view>

/// One forward pass of a model.
namespace roofline::inline ROOFLINE_ABI {

/// What passes differ in: which tokens are new, and how attention over a latent cache is carried out.
struct prefill_kind {
    static constexpr std::string_view name = "prefill"sv;
    static constexpr bool absorbed = false;  // keys and values are expanded from the latents
    static constexpr bool tree = false;
};
struct decode_kind {
    static constexpr std::string_view name = "decode"sv;
    static constexpr bool absorbed = true;  // queries are moved into the latent space
    static constexpr bool tree = false;
};
struct verify_kind {
    static constexpr std::string_view name = "verify"sv;
    static constexpr bool absorbed = true;
    static constexpr bool tree = false;  // the new tokens follow one another
};
struct verify_tree_kind : verify_kind {
    static constexpr bool tree = true;  // each sees its ancestors
};

/// Its extents.
struct pass {
    std::int64_t batch = 0;    // b sequences
    std::int64_t added = 0;    // s new tokens a sequence
    std::int64_t context = 0;  // S keys that the last of them attends to, the new ones included
    std::int64_t scored = 0;   // tokens a sequence whose logits the head computes
    std::int64_t tree_pairs = 0;  // of a tree of candidates: the ancestors of each, and itself

    constexpr std::int64_t tokens() const { return batch * added; }
};

/// What may share a kernel. The flags are types, so that a phase brings only the operators that it runs.
struct separate_kernels {
    static constexpr std::string_view name = "separate kernels"sv;
    static constexpr bool projections = false;  // queries, keys and values in one matmul; gate and up in one
    static constexpr bool residual = false;     // the residual is added in the norm that follows
};
/// As inference engines do.
struct usual_fusion {
    static constexpr std::string_view name = "fused projections, residual added in the norm"sv;
    static constexpr bool projections = true;
    static constexpr bool residual = true;
};

namespace detail {

/// A pass with the types that its operators are made of.
template<class Kind, class Recipe, class Fusion, class Distinct>
struct plan : pass {
    using kind = Kind;
    using recipe = Recipe;
    using fusion = Fusion;
    using residual = typename Recipe::residual;
    std::int64_t hidden = 0;
    Distinct distinct{};  // how many experts a batch touches
};

/// Tensors of extents that have been checked.
template<class T, class... Extents>
ROOFLINE_ALWAYS_INLINE
constexpr auto tensor_of(Extents... extents) {
    const std::int64_t all[] = {extents...};
    return tensor_with<tensor<T, (static_cast<void>(extents), dyn)...>>({all, sizeof...(Extents)});
}

[[noreturn]] inline void a_phase_must_have_positive_extents_within_the_model(const sentence& why) { throw_shape_error(why); }

}  // namespace detail
}  // namespace roofline
