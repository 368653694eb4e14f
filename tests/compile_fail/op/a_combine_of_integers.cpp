// SPDX-License-Identifier: BSL-1.0
// expect-error: combine: cannot take this number format
// expect: the operand is i8, an integer; give a floating-point or scaled format

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = combine(tensor<i8, 8, 4>{}, tensor<fp32, 4, 2>{});
#else
constexpr auto y = combine(tensor<bf16, 8, 4>{}, tensor<fp32, 4, 2>{});
#endif
