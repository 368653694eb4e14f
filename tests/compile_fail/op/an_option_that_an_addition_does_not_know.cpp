// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator does not know this option
// expect: add takes the options out<>, math<>, on<>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = add(tensor<bf16, 4>{}, tensor<bf16, 4>{}, 5);
#else
constexpr auto y = add(tensor<bf16, 4>{}, tensor<bf16, 4>{}, out<fp32>);
#endif
