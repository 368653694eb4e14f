// SPDX-License-Identifier: BSL-1.0
// expect-error: a norm takes a weight of rank 1 as long as the last axis
// expect: rms_norm of (4,8) takes a weight of (8), not (9)

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 9>{});
#else
constexpr auto y = rms_norm(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{});
#endif
