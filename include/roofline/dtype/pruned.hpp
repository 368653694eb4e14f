// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/label.hpp>
#include <roofline/dtype/plain.hpp>

/// Weights of which half is zero in a pattern that matrix instructions skip.
namespace roofline::inline ROOFLINE_ABI {

namespace detail {

/// Half of the elements is stored, with 4 bit a block that say which: two of four; of 4-bit elements two pairs of
/// four; of 32-bit elements one of two.
constexpr storage pruned_storage(const storage& whole) {
    return {.bits = whole.bits / 2, .columns = whole.bits == 4 ? 8 : whole.bits == 32 ? 2 : 4, .block_bits = 4};
}

template<class T>
inline constexpr bool is_pruned = false;
template<class T>
inline constexpr label pruned_name{"pruned_2_4<", T::name, ">"};

}  // namespace detail

/// A plain format pruned 2:4 along the blocked axis and compressed: a 16-bit element takes 9 bit, an 8-bit one 5, a 4-bit
/// one 2.5, tf32 18. A product with such an operand runs on matrix_math<..., sparse_2_4> unless math<> or on<> says
/// otherwise, and its FLOP are those of the whole product, zeros included, which is how the rates are published.
///
/// Source: NVIDIA, PTX ISA, mma.sp (2:4, pairs for 4 bit, 1:2 for tf32, 2-bit and 4-bit indices); A100 whitepaper.
template<dtype T>
    requires(T::storage.block_bits == 0 && T::storage.columns == 1 && T::storage.bits % 2 == 0 && T::storage.bits >= 4 &&
             T::storage.bits <= 32)
struct pruned_2_4 {
    static constexpr std::string_view name = detail::pruned_name<T>.view();
    static constexpr roofline::storage storage = detail::pruned_storage(T::storage);
    using math = typename T::math;
    using accumulator = typename T::accumulator;
};

namespace detail {
template<class T>
inline constexpr bool is_pruned<pruned_2_4<T>> = true;
template<class T>
inline constexpr bool is_index<pruned_2_4<T>> = is_index<T>;
template<class T>
inline constexpr bool is_integer<pruned_2_4<T>> = is_integer<T>;
}  // namespace detail

}  // namespace roofline
