// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/label.hpp>
#include <roofline/dtype/plain.hpp>
#include <roofline/machine/resource.hpp>

#include <type_traits>

/// The engines that compute. A rate is that of the instruction's input type, whatever the operands are stored as.
namespace roofline::inline ROOFLINE_ABI {

struct matrix_engine {
    static constexpr std::string_view name = "matrix engine"sv;
};
struct vector_engine {
    static constexpr std::string_view name = "vector engine"sv;
};
struct special_engine {
    static constexpr std::string_view name = "special function unit"sv;
};

struct dense {
    static constexpr std::string_view name = "dense"sv;
};
/// Two of every four weights are zero and skipped: a resource of its own with a rate of its own. The default of weights
/// that are stored pruned, see pruned_2_4, and of no others.
struct sparse_2_4 {
    static constexpr std::string_view name = "sparse_2_4"sv;
};

namespace detail {
template<class In, class Accumulate, class Sparsity>
consteval label matrix_math_label() {
    if constexpr (!std::is_same_v<Sparsity, dense>)
        return {"matrix_math<", In::name, ", ", Accumulate::name, ", ", Sparsity::name, ">"};
    else if constexpr (!std::is_same_v<Accumulate, typename In::accumulator>)
        return {"matrix_math<", In::name, ", ", Accumulate::name, ">"};
    else
        return {"matrix_math<", In::name, ">"};
}
template<class In, class Accumulate, class Sparsity>
inline constexpr label matrix_math_name = matrix_math_label<In, Accumulate, Sparsity>();
template<class T>
inline constexpr label vector_math_name{"vector_math<", T::name, ">"};
}  // namespace detail

/// Matrix instructions that multiply `In` and add up in `Accumulate`. All of them share the matrix engine's time.
template<class In, class Accumulate = typename In::accumulator, class Sparsity = dense>
struct matrix_math {
    static constexpr std::string_view name = detail::matrix_math_name<In, Accumulate, Sparsity>.view();
    static constexpr resource_kind kind = resource_kind::matrix;
    using engine = matrix_engine;
    using demand_type = units::work;
    using rate_type = units::performance;
};

/// Vector instructions. Peaks count a fused multiply-add as two, so adds, maxima and multiplications alone run at half:
/// the bound of an elementwise operator is loose by up to 2.
template<class T>
struct vector_math {
    static constexpr std::string_view name = detail::vector_math_name<T>.view();
    static constexpr resource_kind kind = resource_kind::vector;
    using engine = vector_engine;
    using demand_type = units::work;
    using rate_type = units::performance;
};

/// The functions that special function units compute. An enumeration, since <cmath> owns the bare names.
enum class special { exp2, log2, rsqrt, reciprocal, tanh, sin };

constexpr std::string_view name_of(special function) {
    constexpr std::string_view names[] = {"exp2"sv, "log2"sv, "rsqrt"sv, "reciprocal"sv, "tanh"sv, "sin"sv};
    return names[static_cast<int>(function)];
}

namespace detail {
template<special Function>
inline constexpr label special_math_name{"special_math<", name_of(Function), ">"};
}  // namespace detail

/// One transcendental function, counted one FLOP a call. The functions share the special function unit.
template<special Function>
struct special_math {
    static constexpr std::string_view name = detail::special_math_name<Function>.view();
    static constexpr resource_kind kind = resource_kind::special;
    using engine = special_engine;
    using demand_type = units::work;
    using rate_type = units::performance;
};

}  // namespace roofline
