// SPDX-License-Identifier: BSL-1.0
// expect-error: a router is told how many experts to take, top_k<k>; in groups also expert_groups<n> and kept_groups<m>

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = top_k_sigmoid(tensor<fp32, 2, 4>{});
#else
constexpr auto y = top_k_sigmoid(tensor<fp32, 2, 4>{}, top_k<1>);
#endif
