// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: takes two tensors of rank 2, (M,K) x (K,N)
// expect: matmul was given rank 3 and rank 2

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, 2, 4, 8>{}, tensor<bf16, 8, 3>{});
#else
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
#endif
