// SPDX-License-Identifier: BSL-1.0
// expect-error: broadcast: takes a tensor and ranks<N>

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = broadcast<scale_up>(tensor<bf16, 4>{});
#else
constexpr auto y = broadcast<scale_up>(tensor<bf16, 4>{}, ranks<2>);
#endif
