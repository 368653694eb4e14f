// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/movement.hpp>

namespace roofline::inline ROOFLINE_ABI {

struct static_scale_option {
    static constexpr std::string_view name = "static_scale"sv;
};
/// The scale of the whole tensor is known before the kernel starts, from a calibration.
inline constexpr static_scale_option static_scale{};

namespace detail::elementwise {
/// One scale for the whole tensor must be known before the first element can be scaled: a second read.
template<class T, bool Given>
struct quantize_kernel : kernel {
    static constexpr std::string_view name = "quantize"sv;
    using options =
        std::conditional_t<(T::storage.tensor_bits > 0), known<any_engine, static_scale_option>, known<any_engine>>;
    template<class>
    using result = T;
    static constexpr cost element{Given && T::storage.block_bits == 0 ? 2.0 : 3.0};  // maximum, scale, round
    static constexpr int reads = T::storage.tensor_bits > 0 && !Given ? 2 : 1;
    static constexpr int given_bits = Given ? T::storage.tensor_bits : 0;
};
template<class T>
struct dequantize_kernel : kernel {
    static constexpr std::string_view name = "dequantize"sv;
    using options = known<any_engine>;
    template<class>
    using result = T;
    static constexpr cost element{1};
};

template<class T>
struct no_scales {
    static constexpr sentence value = sentence("{} has no scales; cast<> converts between such formats", {T::name});
};
template<class T>
struct unwanted_scales {
    static constexpr sentence value = sentence("{} has scales; dequantize gives a format without", {T::name});
};
template<class X>
inline constexpr bool plain_operand = false;
template<class T, std::int64_t... E>
inline constexpr bool plain_operand<tensor<T, E...>> = !has_scales<T>;
}  // namespace detail::elementwise

/// Conversion to a format with scales, which are found from the data: (...) -> (...), quantize<nvfp4>(x). Whether that is a
/// scale a tensor, a row or a block follows from the format.
///
/// FLOP     3 per element: into the largest magnitude, scaled, rounded; on vector_math<fp32> unless math<> says otherwise.
///          What is done once a scale is not counted. static_scale: 2 where the format has no other scale.
/// Traffic  read wide, written narrow with the scales. A format with a scale for the whole tensor (fp8_per_tensor, nvfp4) is
///          read twice, for the maximum first; with static_scale once, and that scale is read and not written.
/// Options  static_scale (formats with a scale for the whole tensor), math<T>, on<R>.
/// Errors   a format without scales, integer operands, rank 0: do not compile.
template<dtype T, class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto quantize(const X& x, const Options&... options) {  // (...) -> (...)
    using namespace detail::elementwise;
    if constexpr (!has_scales<T>) {
        static_assert(diagnostic::accepted<diagnostic::refused<no_scales<T>>>, "quantize: gives a format with scales");
        return poison{};
    } else {
        // A value with a name: nvcc would write the question into a type that it gives to g++, and g++ would not know it there.
        constexpr bool has_scale = has_option<static_scale_option, Options...>;
        return pointwise<quantize_kernel<T, has_scale>>(x, options...);
    }
}

/// Conversion from a format with scales: (...) -> (...), dequantize<bf16>(x).
///
/// FLOP     1 per element: the product with its scale. (Zero points are not counted.)
/// Traffic  read narrow with the scales, written wide.
/// Options  math<T>, on<R>.
/// Errors   an operand without scales, a result with scales, rank 0: do not compile.
template<dtype T, class X, class... Options>
    requires detail::ours<X>
constexpr auto dequantize(const X& x, const Options&... options) {  // (...) -> (...)
    using namespace detail::elementwise;
    if constexpr (has_scales<T>) {
        static_assert(diagnostic::accepted<diagnostic::refused<unwanted_scales<T>>>,
                      "dequantize: gives a format without scales");
        return poison{};
    } else if constexpr (plain_operand<X>) {
        using from = typename format_of_operand<X>::type;
        static_assert(diagnostic::accepted<diagnostic::refused<no_scales<from>>>,
                      "dequantize: takes a format with scales");
        return poison{};
    } else {
        return pointwise<dequantize_kernel<T>>(x, options...);
    }
}

}  // namespace roofline
