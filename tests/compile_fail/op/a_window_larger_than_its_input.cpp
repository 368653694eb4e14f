// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: the tensors and options do not fit each other
// expect: convolution of (1,6,8) with (4,6,3): along axis 2 the window spans 9 and the padded input has 8

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{}, dilation<4>);
#else
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{}, dilation<3>);
#endif
