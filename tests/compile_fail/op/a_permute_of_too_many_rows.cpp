// SPDX-License-Identifier: BSL-1.0
// expect-error: permute: the result has too many elements
// expect: permute of (8796093022208,1024): with k = 2 the result has more than 2^53 elements

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = permute(tensor<bf16, 8796093022208, 1024>{}, top_k<2>);
#else
constexpr auto y = permute(tensor<bf16, 8796093022208, 512>{}, top_k<2>);
#endif
