// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: give one integer for each dyn
// expect: this tensor has 2 dyn extents; 1 were given

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<bf16, dyn, dyn> x{5};
#else
constexpr tensor<bf16, dyn, dyn> x{5, 6};
#endif
