// SPDX-License-Identifier: BSL-1.0
// expect-error: rows are gathered from a tensor of rank 2
// expect: gather takes rows of a tensor of rank 2, not 3

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = gather(tensor<bf16, 100, 2, 4>{}, tensor<i32, 7>{});
#else
constexpr auto y = gather(tensor<bf16, 100, 8>{}, tensor<i32, 7>{});
#endif
