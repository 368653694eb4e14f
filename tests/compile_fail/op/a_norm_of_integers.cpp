// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator cannot take this number format
// expect: rms_norm: the operand is i32, an integer; give a floating-point or scaled format

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rms_norm(tensor<i32, 4, 8>{}, tensor<bf16, 8>{});
#else
constexpr auto y = rms_norm(tensor<fp32, 4, 8>{}, tensor<bf16, 8>{});
#endif
