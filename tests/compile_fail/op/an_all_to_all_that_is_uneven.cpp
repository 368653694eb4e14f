// SPDX-License-Identifier: BSL-1.0
// expect-error: all_to_all: the first extent must be a multiple of the ranks
// expect: all_to_all of (10,4) over 4 ranks: the first extent must be a multiple of the ranks

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = all_to_all<scale_up>(tensor<bf16, 10, 4>{}, ranks<4>);
#else
constexpr auto y = all_to_all<scale_up>(tensor<bf16, 12, 4>{}, ranks<4>);
#endif
