// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: cannot take this number format
// expect: the operands are i32 and bf16; i32 and i64 are indices, which no matmul takes

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<i32, 4, 8>{}, tensor<bf16, 8, 3>{});
#else
constexpr auto y = matmul(tensor<i8, 4, 8>{}, tensor<bf16, 8, 3>{});
#endif
