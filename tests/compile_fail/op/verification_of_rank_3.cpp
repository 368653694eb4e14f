// SPDX-License-Identifier: BSL-1.0
// expect-error: verify: takes three tensors of rank 4
// expect: given were rank 4, rank 3, rank 4, in this order

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = verify(q, tensor<bf16, 2, 8, 4>{}, k);
#else
constexpr auto o = verify(q, k, k);
#endif
