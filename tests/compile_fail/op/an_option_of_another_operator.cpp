// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator does not know this option
// expect: softmax takes the options out<>, math<>, on<>, three_pass

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = softmax(tensor<bf16, 4, 8>{}, erf_form);
#else
constexpr auto y = softmax(tensor<bf16, 4, 8>{}, three_pass);
#endif
