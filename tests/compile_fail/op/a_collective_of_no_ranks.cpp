// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: ranks is 0 and must be at least 1

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = all_reduce<scale_up>(tensor<bf16, 8, 4>{}, ranks<0>);
#else
constexpr auto y = all_reduce<scale_up>(tensor<bf16, 8, 4>{}, ranks<1>);
#endif
