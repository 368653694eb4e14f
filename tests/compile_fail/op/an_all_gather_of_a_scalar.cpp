// SPDX-License-Identifier: BSL-1.0
// expect-error: all_gather: takes a tensor of at least rank 1 and ranks<N>

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = all_gather<scale_up>(tensor<bf16>{}, ranks<4>);
#else
constexpr auto y = all_gather<scale_up>(tensor<bf16, 1>{}, ranks<4>);
#endif
