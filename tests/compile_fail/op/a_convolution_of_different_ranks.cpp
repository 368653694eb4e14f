// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: takes two tensors of rank 3, (N,C,L) and (Co,C/g,K), or of rank 4

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3, 3>{});
#else
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{});
#endif
