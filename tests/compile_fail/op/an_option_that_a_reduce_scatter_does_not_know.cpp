// SPDX-License-Identifier: BSL-1.0
// expect-error: reduce_scatter: after the ranks come math<> or on<>

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = reduce_scatter<scale_up>(tensor<bf16, 8, 4>{}, ranks<8>, ring);
#else
constexpr auto y = reduce_scatter<scale_up>(tensor<bf16, 8, 4>{}, ranks<8>, math<bf16>);
#endif
