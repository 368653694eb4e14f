// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: a query head has 192 elements and a key head with its rope 160, and they must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 100, 8, 192> q;
constexpr tensor<bf16, 1, 100, 8, 128> kv;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_prefill(q, kv, tensor<bf16, 1, 100, 32>{}, kv);
#else
constexpr auto o = mla_prefill(q, kv, tensor<bf16, 1, 100, 64>{}, kv);
#endif
