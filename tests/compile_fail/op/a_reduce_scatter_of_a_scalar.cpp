// SPDX-License-Identifier: BSL-1.0
// expect-error: reduce_scatter: takes a tensor of at least rank 1 and ranks<N>

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = reduce_scatter<scale_up>(tensor<bf16>{}, ranks<1>);
#else
constexpr auto y = reduce_scatter<scale_up>(tensor<bf16, 1>{}, ranks<1>);
#endif
