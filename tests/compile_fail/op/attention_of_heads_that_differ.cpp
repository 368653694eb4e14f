// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: there are 2 key heads and 3 value heads, which must be as many

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, tensor<bf16, 2, 8, 3, 4>{});
#else
constexpr auto o = attention(q, k, k);
#endif
