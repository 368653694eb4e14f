// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): the_extents_of_a_matmul_must_agree
// expect-error(clang): must be initialized by a constant expression
// expect-error(nvcc): must have a constant value
// expect: the_extents_of_a_matmul_must_agree
// expect(nvcc): the_extents_of_a_matmul_must_agree

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, 4, dyn>{7}, tensor<bf16, 8, 3>{});
#else
constexpr auto y = matmul(tensor<bf16, 4, dyn>{8}, tensor<bf16, 8, 3>{});
#endif
