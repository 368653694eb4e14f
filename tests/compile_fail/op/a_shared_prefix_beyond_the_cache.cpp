// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: shared_prefix is 6 and there are 5 keys before those of the queries

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, k, causal, shared_prefix<6>);
#else
constexpr auto o = attention(q, k, k, causal, shared_prefix<5>);
#endif
