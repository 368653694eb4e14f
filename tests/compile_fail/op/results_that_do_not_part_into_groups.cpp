// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: the tensors and options do not fit each other
// expect: convolution of (1,6,8,8) with (5,3,3,3): the 5 channels of the result do not part into 2 groups

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<bf16, 1, 6, 8, 8>{}, tensor<bf16, 5, 3, 3, 3>{}, groups<2>);
#else
constexpr auto y = convolution(tensor<bf16, 1, 6, 8, 8>{}, tensor<bf16, 4, 3, 3, 3>{}, groups<2>);
#endif
