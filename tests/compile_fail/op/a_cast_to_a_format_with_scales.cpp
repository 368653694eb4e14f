// SPDX-License-Identifier: BSL-1.0
// expect-error: cast: a format with scales is not cast
// expect: nvfp4 has scales: quantize<> finds them, dequantize<> applies them

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = cast<nvfp4>(tensor<bf16, 4, 8>{});
#else
constexpr auto y = cast<fp8_e4m3>(tensor<bf16, 4, 8>{});
#endif
