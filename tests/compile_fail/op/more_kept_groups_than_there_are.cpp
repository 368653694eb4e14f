// SPDX-License-Identifier: BSL-1.0
// expect-error: a router cannot take so many experts of these
// expect: grouped_top_k of (2,16): 5 groups are kept and there are 4

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_top_k(tensor<fp32, 2, 16>{}, tensor<fp32, 16>{}, top_k<2>, expert_groups<4>, kept_groups<5>);
#else
constexpr auto y = grouped_top_k(tensor<fp32, 2, 16>{}, tensor<fp32, 16>{}, top_k<2>, expert_groups<4>, kept_groups<2>);
#endif
