// SPDX-License-Identifier: BSL-1.0
// expect-error: residual: takes a tensor

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, residual(4));
#else
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{}, residual(tensor<bf16, 4, 8>{}));
#endif
