// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator does not know this option
// expect: quantize takes the options math<>, on<>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = quantize<mxfp8_e4m3>(tensor<bf16, 4, 32>{}, static_scale);
#else
constexpr auto y = quantize<nvfp4>(tensor<bf16, 4, 32>{}, static_scale);
#endif
