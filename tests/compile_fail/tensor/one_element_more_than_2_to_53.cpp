// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: every extent must be positive, and the elements at most 2^53
// expect: a tensor of i1 and extents (9007199254740993) has more than 2^53 elements

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<i1, 9007199254740993> x;
#else
constexpr tensor<i1, 9007199254740992> x;
#endif
