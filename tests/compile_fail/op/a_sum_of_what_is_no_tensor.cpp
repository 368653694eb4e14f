// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator takes tensors
// expect: add was given what is no tensor

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = add(tensor<bf16, 4, 8>{}, 1.0);
#else
constexpr auto y = add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 8>{});
#endif
