// SPDX-License-Identifier: BSL-1.0
// expect-error: a router cannot take this number format
// expect: the operand is i32, an integer; give a floating-point or scaled format

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = top_k_sigmoid(tensor<i32, 2, 4>{}, top_k<1>);
#else
constexpr auto y = top_k_sigmoid(tensor<fp32, 2, 4>{}, top_k<1>);
#endif
