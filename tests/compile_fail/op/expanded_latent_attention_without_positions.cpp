// SPDX-License-Identifier: BSL-1.0
// expect-error: mla_prefill: takes tensors of rank 4, 4, 3 and 4
// expect: given were rank 4, rank 4, rank 4, rank 4, in this order

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 100, 8, 192> q;
constexpr tensor<bf16, 1, 100, 8, 128> kv;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_prefill(q, kv, kv, kv);
#else
constexpr auto o = mla_prefill(q, kv, tensor<bf16, 1, 100, 64>{}, kv);
#endif
