// SPDX-License-Identifier: BSL-1.0
// expect-error: tensor: give one integer for each dyn

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<bf16, dyn, 4> x{5.5};
#else
constexpr tensor<bf16, dyn, 4> x{5};
#endif
