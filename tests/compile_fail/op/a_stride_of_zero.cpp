// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: the tensors and options do not fit each other
// expect: stride is 0 and must be at least 1

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<bf16, dyn, 6, 8>{1}, tensor<bf16, 4, 6, 3>{}, stride<0>);
#else
constexpr auto y = convolution(tensor<bf16, dyn, 6, 8>{1}, tensor<bf16, 4, 6, 3>{}, stride<1>);
#endif
