// SPDX-License-Identifier: BSL-1.0
// expect-error: the operator states no demand on this resource
// expect: this operator states no demand on memory<llc>; it demands: matrix_math<bf16> memory<dram>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
static_assert(intensity<memory<llc>>(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{})) > 1_FLOPpB);
#else
static_assert(intensity(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{})) > 1_FLOPpB);
#endif
