// SPDX-License-Identifier: BSL-1.0
// expect-error: combine: there must be a row for each weight
// expect: combine of (9,4) and weights (4,2): y has a row for each weight

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = combine(tensor<bf16, 9, 4>{}, tensor<fp32, 4, 2>{});
#else
constexpr auto y = combine(tensor<bf16, 8, 4>{}, tensor<fp32, 4, 2>{});
#endif
