// SPDX-License-Identifier: BSL-1.0
// expect-error: dequantize: gives a format without scales
// expect: mxfp4 has scales; dequantize gives a format without

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = dequantize<mxfp4>(tensor<nvfp4, 4, 8>{});
#else
constexpr auto y = dequantize<bf16>(tensor<nvfp4, 4, 8>{});
#endif
