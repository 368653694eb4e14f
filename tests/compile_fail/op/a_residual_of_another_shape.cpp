// SPDX-License-Identifier: BSL-1.0
// expect-error: a norm takes a residual of the shape of its operand
// expect: rms_norm of (4,8) and (5,8): the shapes must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, residual(tensor<bf16, 5, 8>{}));
#else
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, residual(tensor<bf16, 4, 8>{}));
#endif
