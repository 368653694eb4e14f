// SPDX-License-Identifier: BSL-1.0
// expect-error: top_k_softmax: takes scores of rank 2, (T,E)

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = top_k_softmax(tensor<fp32, 4>{}, top_k<1>);
#else
constexpr auto y = top_k_softmax(tensor<fp32, 1, 4>{}, top_k<1>);
#endif
