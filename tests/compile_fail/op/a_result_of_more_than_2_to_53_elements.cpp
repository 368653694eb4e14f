// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: matmul of (134217728,1) x (1,134217728): the result has more than 2^53 elements

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, 134217728, 1>{}, tensor<bf16, 1, 134217728>{});
#else
constexpr auto y = matmul(tensor<bf16, 134217728, 1>{}, tensor<bf16, 1, 67108864>{});
#endif
