// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: cannot take this number format
// expect: the operands are i8 bf16 bf16; q must not be an integer, keys and values not i32 or i64

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(tensor<i8, 2, 3, 6, 4>{}, k, k);
#else
constexpr auto o = attention(q, tensor<i8, 2, 8, 2, 4>{}, tensor<i8, 2, 8, 2, 4>{});
#endif
