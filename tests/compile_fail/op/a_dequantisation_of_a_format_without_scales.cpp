// SPDX-License-Identifier: BSL-1.0
// expect-error: dequantize: takes a format with scales
// expect: fp8_e4m3 has no scales; cast<> converts between such formats

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = dequantize<bf16>(tensor<fp8_e4m3, 4, 8>{});
#else
constexpr auto y = dequantize<bf16>(tensor<fp8_per_tensor, 4, 8>{});
#endif
