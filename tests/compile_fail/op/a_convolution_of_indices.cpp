// SPDX-License-Identifier: BSL-1.0
// expect-error: convolution: cannot take this number format
// expect: the operands are i64 and bf16; i32 and i64 are indices, which no convolution takes

#include <roofline/op/convolution.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = convolution(tensor<i64, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{});
#else
constexpr auto y = convolution(tensor<bf16, 1, 6, 8>{}, tensor<bf16, 4, 6, 3>{});
#endif
