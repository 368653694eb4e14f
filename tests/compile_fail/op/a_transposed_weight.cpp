// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: matmul of (512,4096) x (11008,4096): the inner extents are 4096 and 11008 and must be equal
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
// [broken]
constexpr auto y = matmul(tensor<bf16, 512, 4096>{}, tensor<bf16, 11008, 4096>{});  // the weight is (N,K)
// [/broken]
#else
constexpr auto y = matmul(tensor<bf16, 512, 4096>{}, tensor<bf16, 4096, 11008>{});
#endif
