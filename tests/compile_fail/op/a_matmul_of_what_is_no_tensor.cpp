// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: takes two tensors of rank 2, (M,K) x (K,N)

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(4, tensor<bf16, 8, 3>{});
#else
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
#endif
