// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/memory.hpp"

#include <roofline/dtype.hpp>

/// What the documents say of formats, beside the types of the library that must agree.
namespace oracle {

template<class T>
inline constexpr format format_of{};

template<>
inline constexpr format format_of<roofline::fp32>{.bits = 32};
template<>
inline constexpr format format_of<roofline::bf16>{.bits = 16};
template<>
inline constexpr format format_of<roofline::fp16>{.bits = 16};
template<>
inline constexpr format format_of<roofline::fp8_e4m3>{.bits = 8};
template<>
inline constexpr format format_of<roofline::i8>{.bits = 8};
template<>
inline constexpr format format_of<roofline::i32>{.bits = 32};
template<>
inline constexpr format format_of<roofline::i64>{.bits = 64};
template<>
inline constexpr format format_of<roofline::i4>{.bits = 4};
// OCP MX v1.0: E8M0 for each 32
template<>
inline constexpr format format_of<roofline::mxfp4>{.bits = 4, .along = 32, .block_bits = 8};
// NVFP4: E4M3 for each 16, one fp32 for the tensor
template<>
inline constexpr format format_of<roofline::nvfp4>{.bits = 4, .along = 16, .block_bits = 8, .tensor_bits = 32};
// DeepSeek-V3: fp32 for each 128 x 128 of a weight, for each 1 x 128 of an activation
template<>
inline constexpr format format_of<roofline::fp8_block128>{.bits = 8, .across = 128, .along = 128, .block_bits = 32};
template<>
inline constexpr format format_of<roofline::fp8_tile128>{.bits = 8, .along = 128, .block_bits = 32};
// compressed-tensors: fp16 for each 128
template<>
inline constexpr format format_of<roofline::int4_g128>{.bits = 4, .along = 128, .block_bits = 16};
// fp32 a row
template<>
inline constexpr format format_of<roofline::fp8_per_row>{.bits = 8, .along = 0, .block_bits = 32};
template<>
inline constexpr format format_of<roofline::mxfp8_e4m3>{.bits = 8, .along = 32, .block_bits = 8};
// one fp32 for the tensor
template<>
inline constexpr format format_of<roofline::fp8_per_tensor>{.bits = 8, .tensor_bits = 32};
// bitsandbytes: fp32 for each 64 in memory order
template<>
inline constexpr format format_of<roofline::nf4>{.bits = 4, .along = 64, .block_bits = 32, .flat = true};

}  // namespace oracle
