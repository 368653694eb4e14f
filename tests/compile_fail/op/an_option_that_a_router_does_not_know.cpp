// SPDX-License-Identifier: BSL-1.0
// expect-error: a router takes top_k<>, out<>, math<>, on<>; and renormalized, or in groups expert_groups<> and kept_groups<>

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = top_k_sigmoid(tensor<fp32, 2, 4>{}, top_k<1>, kept_groups<1>);
#else
constexpr auto y = top_k_sigmoid(tensor<fp32, 2, 4>{}, top_k<1>, renormalized);
#endif
