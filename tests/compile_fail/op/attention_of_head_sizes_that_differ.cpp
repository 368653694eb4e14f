// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: attention of (2,3,6,4), (2,8,2,5), (2,8,2,4): the heads of q and k have 4 and 5 elements and must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, tensor<bf16, 2, 8, 2, 5>{}, k);
#else
constexpr auto o = attention(q, k, tensor<bf16, 2, 8, 2, 5>{});
#endif
