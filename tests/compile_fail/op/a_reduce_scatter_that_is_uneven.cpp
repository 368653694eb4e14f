// SPDX-License-Identifier: BSL-1.0
// expect-error: reduce_scatter: the first extent must be a multiple of the ranks
// expect: reduce_scatter of (10,4) over 4 ranks: the first extent must be a multiple of the ranks

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = reduce_scatter<scale_up>(tensor<bf16, 10, 4>{}, ranks<4>);
#else
constexpr auto y = reduce_scatter<scale_up>(tensor<bf16, 12, 4>{}, ranks<4>);
#endif
