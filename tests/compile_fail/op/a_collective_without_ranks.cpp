// SPDX-License-Identifier: BSL-1.0
// expect-error: all_reduce: takes a tensor and ranks<N>

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = all_reduce<scale_up>(tensor<bf16, 8, 4>{}, 8);
#else
constexpr auto y = all_reduce<scale_up>(tensor<bf16, 8, 4>{}, ranks<8>);
#endif
