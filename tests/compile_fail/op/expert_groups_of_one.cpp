// SPDX-License-Identifier: BSL-1.0
// expect-error: a router cannot take so many experts of these
// expect: grouped_top_k of (2,16): 16 groups leave one expert each; a group is scored by its best two

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_top_k(tensor<fp32, 2, 16>{}, tensor<fp32, 16>{}, top_k<2>, expert_groups<16>, kept_groups<2>);
#else
constexpr auto y = grouped_top_k(tensor<fp32, 2, 16>{}, tensor<fp32, 16>{}, top_k<2>, expert_groups<4>, kept_groups<2>);
#endif
