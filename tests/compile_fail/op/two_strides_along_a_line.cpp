// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: the tensors and options do not fit each other
// expect: convolution of (1,6,8) has one axis, but an option gives two numbers

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{}, stride<2, 1>);
#else
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{}, stride<2>);
#endif
