// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: 6 query heads are not a multiple of 4 key heads

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, tensor<bf16, 2, 8, 4, 4>{}, tensor<bf16, 2, 8, 4, 4>{});
#else
constexpr auto o = attention(q, tensor<bf16, 2, 8, 3, 4>{}, tensor<bf16, 2, 8, 3, 4>{});
#endif
