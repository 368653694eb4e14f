// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: takes three tensors of rank 4
// expect: the operands are q (b,s,n,d), k (b,S,g,d), v (b,S,g,e); given were rank 3, rank 4, rank 4, in this order

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(tensor<bf16, 3, 6, 4>{}, k, k);
#else
constexpr auto o = attention(q, k, k);
#endif
