// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator takes tensors of one shape
// expect: add of (4,8) and (4,9): the shapes must be equal
// expect(nvcc): tensor<roofline::bf16, 4L, 9L>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 9>{});
#else
constexpr auto y = add(tensor<bf16, 4, 8>{}, tensor<bf16, 4, 8>{});
#endif
