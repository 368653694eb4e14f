// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator cannot take this number format
// expect: layer_norm: the operand is i32, an integer; give a floating-point or scaled format

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = layer_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, tensor<i32, 8>{});
#else
constexpr auto y = layer_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, tensor<fp32, 8>{});
#endif
