// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator takes tensors of one shape
// expect: add of (4,8) and (8): the shapes must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = add(tensor<bf16, 4, 8>{}, tensor<bf16, 8>{});
#else
constexpr auto y = add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 8>{});
#endif
