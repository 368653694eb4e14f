// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: every extent must be positive, and the elements at most 2^53
// expect: a tensor of nvfp4 has extent -5 on axis 0; every extent is at least 1

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<nvfp4, -5, 16> x;
#else
constexpr tensor<nvfp4, 5, 16> x;
#endif
