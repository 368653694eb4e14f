// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: give one integer for each dyn
// expect: this tensor has 1 dyn extents; 2 were given

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<bf16, dyn, 4> x{5, 6};
#else
constexpr tensor<bf16, dyn, 4> x{5};
#endif
