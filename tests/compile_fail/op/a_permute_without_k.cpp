// SPDX-License-Identifier: BSL-1.0
// expect-error: permute: takes a tensor of rank 2, (T,h), and top_k<k>

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = permute(tensor<bf16, 4, 4>{});
#else
constexpr auto y = permute(tensor<bf16, 4, 4>{}, top_k<2>);
#endif
