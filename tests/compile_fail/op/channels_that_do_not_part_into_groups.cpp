// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: the tensors and options do not fit each other
// expect: convolution of (1,6,8,8) with (4,3,3,3) in 1 group: the weight has 3 channels a group; the input has 6 in all

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<bf16, 1, 6, 8, 8>{}, tensor<bf16, 4, 3, 3, 3>{});
#else
constexpr auto y = convolution(tensor<bf16, 1, 6, 8, 8>{}, tensor<bf16, 4, 3, 3, 3>{}, groups<2>);
#endif
