// SPDX-License-Identifier: BSL-1.0
// expect-error: all_reduce: after the ranks come ring, one_shot, tree, in_switch, math<> or on<>

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = all_reduce<scale_up>(tensor<bf16, 8, 4>{}, ranks<8>, out<fp32>);
#else
constexpr auto y = all_reduce<scale_up>(tensor<bf16, 8, 4>{}, ranks<8>, ring);
#endif
