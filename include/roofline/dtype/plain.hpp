// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype/dtype.hpp>

/// Formats whose every element stands for itself.
namespace roofline::inline ROOFLINE_ABI {

struct fp64 {
    static constexpr std::string_view name = "fp64"sv;
    static constexpr roofline::storage storage{.bits = 64};
    using math = fp64;
    using accumulator = fp64;
};
struct fp32 {
    static constexpr std::string_view name = "fp32"sv;
    static constexpr roofline::storage storage{.bits = 32};
    using math = fp32;
    using accumulator = fp32;
};
/// 19 significant bits, stored as a 32-bit word.
struct tf32 {
    static constexpr std::string_view name = "tf32"sv;
    static constexpr roofline::storage storage{.bits = 32};
    using math = tf32;
    using accumulator = fp32;
};
struct bf16 {
    static constexpr std::string_view name = "bf16"sv;
    static constexpr roofline::storage storage{.bits = 16};
    using math = bf16;
    using accumulator = fp32;
};
struct fp16 {
    static constexpr std::string_view name = "fp16"sv;
    static constexpr roofline::storage storage{.bits = 16};
    using math = fp16;
    using accumulator = fp32;
};

/// The precisions that matrix instructions multiply in, without regard to how the bits of an element are split: both
/// 8-bit formats run at one rate, and so do both 6-bit ones.
struct fp8 {
    static constexpr std::string_view name = "fp8"sv;
    static constexpr roofline::storage storage{.bits = 8};
    using math = fp8;
    using accumulator = fp32;
};
struct fp6 {
    static constexpr std::string_view name = "fp6"sv;
    static constexpr roofline::storage storage{.bits = 6};
    using math = fp6;
    using accumulator = fp32;
};
struct fp4 {
    static constexpr std::string_view name = "fp4"sv;
    static constexpr roofline::storage storage{.bits = 4};
    using math = fp4;
    using accumulator = fp32;
};

struct fp8_e4m3 : fp8 {
    static constexpr std::string_view name = "fp8_e4m3"sv;
};
struct fp8_e5m2 : fp8 {
    static constexpr std::string_view name = "fp8_e5m2"sv;
};
/// The e4m3 of AMD's gfx942 (MI300), without infinity or negative zero.
struct fp8_e4m3fnuz : fp8 {
    static constexpr std::string_view name = "fp8_e4m3fnuz"sv;
};
/// A power of two: the scale of the OCP microscaling formats.
struct fp8_e8m0 : fp8 {
    static constexpr std::string_view name = "fp8_e8m0"sv;
};
struct fp6_e3m2 : fp6 {
    static constexpr std::string_view name = "fp6_e3m2"sv;
};
struct fp6_e2m3 : fp6 {
    static constexpr std::string_view name = "fp6_e2m3"sv;
};
struct fp4_e2m1 : fp4 {
    static constexpr std::string_view name = "fp4_e2m1"sv;
};

// Integers are i4, i8, i32, i64: CUDA owns names such as int4.
struct i32 {
    static constexpr std::string_view name = "i32"sv;
    static constexpr roofline::storage storage{.bits = 32};
    using math = i32;
    using accumulator = i32;
};
struct i64 {
    static constexpr std::string_view name = "i64"sv;
    static constexpr roofline::storage storage{.bits = 64};
    using math = i64;
    using accumulator = i64;
};
struct i8 {
    static constexpr std::string_view name = "i8"sv;
    static constexpr roofline::storage storage{.bits = 8};
    using math = i8;
    using accumulator = i32;
};
struct i4 {
    static constexpr std::string_view name = "i4"sv;
    static constexpr roofline::storage storage{.bits = 4};
    using math = i4;
    using accumulator = i32;
};
/// One bit, multiplied by bitwise instructions (binary networks on Turing and Ampere).
struct i1 {
    static constexpr std::string_view name = "i1"sv;
    static constexpr roofline::storage storage{.bits = 1};
    using math = i1;
    using accumulator = i32;
};

namespace detail {
template<class T>
inline constexpr bool is_index = false;
template<>
inline constexpr bool is_index<i32> = true;
template<>
inline constexpr bool is_index<i64> = true;

template<class T>
inline constexpr bool is_integer = is_index<T>;
template<>
inline constexpr bool is_integer<i8> = true;
template<>
inline constexpr bool is_integer<i4> = true;
template<>
inline constexpr bool is_integer<i1> = true;
}  // namespace detail

/// A format that stands for real numbers, if only through its scales: what a norm or an activation can take.
template<class T>
concept real_dtype = dtype<T> && !detail::is_integer<T>;

}  // namespace roofline
