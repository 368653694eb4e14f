// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/compute.hpp>
#include <roofline/tensor/tensor.hpp>

/// What a caller may say after the operands, in any order: out<bf16>, math<fp4>, on<vector_math<fp32>>.
namespace roofline::inline ROOFLINE_ABI {

template<dtype T>
struct out_option {};
/// The format of the result. Default: that of the first operand.
template<dtype T>
inline constexpr out_option<T> out{};

template<dtype In, dtype Accumulate, class Sparsity>
struct math_option {};
/// The precision the instruction multiplies in, whatever the operands are stored as: the kernel converts on load.
template<dtype In, dtype Accumulate = typename In::accumulator, class Sparsity = dense>
inline constexpr math_option<In, Accumulate, Sparsity> math{};

template<resource_type R>
struct on_option {};
/// The engine to run on, by name: a matmul in fp32 on NVIDIA's vector engine.
template<resource_type R>
    requires std::same_as<typename R::demand_type, units::work>
inline constexpr on_option<R> on{};

namespace detail {

template<class Option>
inline constexpr bool is_option = false;
template<class T>
inline constexpr bool is_option<out_option<T>> = true;
template<class In, class Accumulate, class Sparsity>
inline constexpr bool is_option<math_option<In, Accumulate, Sparsity>> = true;
template<class R>
inline constexpr bool is_option<on_option<R>> = true;

/// The format that out<> names, or Default.
template<class Default, class... Options>
struct out_or {
    using type = Default;
};
template<class Default, class T, class... Rest>
struct out_or<Default, out_option<T>, Rest...> {
    using type = T;
};
template<class Default, class Other, class... Rest>
struct out_or<Default, Other, Rest...> : out_or<Default, Rest...> {};

/// The resource that math<> or on<> names, or Default. Math turns a precision into a resource.
template<class Default, template<class, class, class> class Math, class... Options>
struct engine_or {
    using type = Default;
};
template<class Default, template<class, class, class> class Math, class R, class... Rest>
struct engine_or<Default, Math, on_option<R>, Rest...> {
    using type = R;
};
template<class Default, template<class, class, class> class Math, class In, class Accumulate, class Sparsity, class... Rest>
struct engine_or<Default, Math, math_option<In, Accumulate, Sparsity>, Rest...> {
    using type = Math<In, Accumulate, Sparsity>;
};
template<class Default, template<class, class, class> class Math, class Other, class... Rest>
struct engine_or<Default, Math, Other, Rest...> : engine_or<Default, Math, Rest...> {};

/// An elementwise operator reads math<> as a precision of the vector engine.
template<class In, class, class>
using vector_math_of = vector_math<In>;

}  // namespace detail
}  // namespace roofline
