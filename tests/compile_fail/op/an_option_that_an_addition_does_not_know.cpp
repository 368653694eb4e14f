// SPDX-License-Identifier: BSL-1.0
// expect-error: add: after the operands come out<>, math<> or on<>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = add(tensor<bf16, 4>{}, tensor<bf16, 4>{}, 5);
#else
constexpr auto y = add(tensor<bf16, 4>{}, tensor<bf16, 4>{}, out<fp32>);
#endif
