// SPDX-License-Identifier: BSL-1.0
// expect-error: batched_matmul: takes two tensors of rank 3, (B,M,K) x (B,K,N)
// expect: batched_matmul was given rank 2 and rank 2

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = batched_matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
#else
constexpr auto y = batched_matmul(tensor<bf16, 1, 4, 8>{}, tensor<bf16, 1, 8, 3>{});
#endif
