// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the operands have no common math; say which with math<>
// expect: bf16 and fp16 multiply in bf16 and fp16, equally wide; say which with math<bf16> or math<fp16>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<fp16, 8, 3>{});
#else
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<fp16, 8, 3>{}, math<bf16>);
#endif
