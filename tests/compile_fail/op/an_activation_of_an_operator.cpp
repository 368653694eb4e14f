// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator takes tensors
// expect: silu_and_mul was given what is no tensor

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = silu_and_mul(silu_and_mul(tensor<bf16, 4>{}));  // of .result()
#else
constexpr auto y = silu_and_mul(silu_and_mul(tensor<bf16, 4>{}).result());
#endif
