// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: after the operands come stride<>, dilation<>, padding<>, groups<>, out<>, math<> or on<>

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{}, 2);
#else
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{}, stride<2>);
#endif
