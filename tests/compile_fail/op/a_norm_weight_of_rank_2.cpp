// SPDX-License-Identifier: BSL-1.0
// expect-error: rms_norm: takes a tensor and a weight of rank 1

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 8>{});
#else
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{});
#endif
