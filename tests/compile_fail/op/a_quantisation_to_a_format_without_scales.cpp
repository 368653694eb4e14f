// SPDX-License-Identifier: BSL-1.0
// expect-error: quantize: gives a format with scales
// expect: fp8_e4m3 has no scales; cast<> converts between such formats

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = quantize<fp8_e4m3>(tensor<bf16, 4, 8>{});
#else
constexpr auto y = quantize<fp8_per_tensor>(tensor<bf16, 4, 8>{});
#endif
