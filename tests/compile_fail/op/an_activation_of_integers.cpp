// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator cannot take this number format
// expect: silu_and_mul: the operand is i8, an integer; give a floating-point or scaled format

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = silu_and_mul(tensor<i8, 4, 8>{});
#else
constexpr auto y = silu_and_mul(tensor<mxint8, 4, 8>{});
#endif
