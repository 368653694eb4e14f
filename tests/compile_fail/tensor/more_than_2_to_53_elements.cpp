// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: every extent must be positive, and the elements at most 2^53
// expect: a tensor of bf16 and extents (94906267,94906267) has more than 2^53 elements

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<bf16, 94906267, 94906267> x;
#else
constexpr tensor<bf16, 94906265, 94906265> x;
#endif
