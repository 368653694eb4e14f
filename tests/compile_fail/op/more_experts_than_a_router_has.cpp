// SPDX-License-Identifier: BSL-1.0
// expect-error: a router cannot take so many experts of these
// expect: top_k_softmax of (2,4): k is 5 and there are 4 experts to choose from

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = top_k_softmax(tensor<fp32, 2, 4>{}, top_k<5>);
#else
constexpr auto y = top_k_softmax(tensor<fp32, 2, 4>{}, top_k<4>);
#endif
