// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/elementwise/pointwise.hpp>

namespace roofline::inline ROOFLINE_ABI {

namespace detail::elementwise {
struct copy_kernel : moving_kernel {
    static constexpr std::string_view name = "copy"sv;
};
struct transpose_kernel : moving_kernel {
    static constexpr std::string_view name = "transpose"sv;
    using shape = swapped;
    static constexpr int rank = 2;
};
template<class To>
struct cast_kernel : moving_kernel {
    static constexpr std::string_view name = "cast"sv;
    template<class>
    using result = To;
};

/// Whether a format has scales, so that a conversion must find or apply them.
template<class T>
inline constexpr bool has_scales = T::storage.block_bits > 0 || T::storage.tensor_bits > 0;
template<class X>
inline constexpr bool scaled_operand = false;
template<class T, std::int64_t... E>
inline constexpr bool scaled_operand<tensor<T, E...>> = has_scales<T>;

template<class T>
struct scaled_cast {
    static constexpr sentence value = sentence("{} has scales: quantize<> finds them, dequantize<> applies them", {T::name});
};
template<class To, class X>
struct first_scaled : format_of_operand<X> {};
template<class To, class X>
    requires has_scales<To>
struct first_scaled<To, X> {
    using type = To;
};
}  // namespace detail::elementwise

/// The same elements elsewhere: (...) -> (...).
///
/// FLOP     0.
/// Traffic  read + write.
/// Errors   what is no tensor does not compile.
template<class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto copy(const X& x, const Options&... options) {  // (...) -> (...)
    return detail::elementwise::pointwise<detail::elementwise::copy_kernel>(x, options...);
}

/// The last two axes exchanged, in memory and not by strides: (...,m,n) -> (...,n,m).
///
/// FLOP     0.
/// Traffic  read + write. (Blocks of a scaled format run along the last axis of each.)
/// Errors   less than rank 2 does not compile.
template<class X, class... Options>
    requires detail::ours<X>
constexpr auto transpose(const X& x, const Options&... options) {  // (...,m,n) -> (...,n,m)
    return detail::elementwise::pointwise<detail::elementwise::transpose_kernel>(x, options...);
}

/// Another number format: (...) -> (...), cast<fp16>(x).
///
/// FLOP     0: a conversion is none.
/// Traffic  read in the old format, written in the new one.
/// Errors   formats with scales, for which there are quantize and dequantize: do not compile.
template<dtype T, class X, class... Options>
    requires detail::ours<X>
ROOFLINE_ALWAYS_INLINE
constexpr auto cast(const X& x, const Options&... options) {  // (...) -> (...)
    using namespace detail::elementwise;
    if constexpr (has_scales<T> || scaled_operand<X>) {
        using scaled = typename first_scaled<T, X>::type;
        static_assert(diagnostic::accepted<diagnostic::refused<scaled_cast<scaled>>>,
                      "cast: a format with scales is not cast");
        return poison{};
    } else {
        return pointwise<cast_kernel<T>>(x, options...);
    }
}

}  // namespace roofline
