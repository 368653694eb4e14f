// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: every extent must be positive, and the elements at most 2^53
// expect: a tensor of bf16 has extent 0 on axis 1; every extent is at least 1
// expect(nvcc): Extents=<4L, 0L>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<bf16, 4, 0> x;
#else
constexpr tensor<bf16, 4, 1> x;
#endif
