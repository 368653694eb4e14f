// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands have no common math; say which with math<>
// expect: the operands multiply in bf16 fp16 fp16, of which two are equally wide and different; say which with math<>

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, tensor<fp16, 2, 8, 2, 4>{}, tensor<fp16, 2, 8, 2, 4>{});
#else
constexpr auto o = attention(q, tensor<fp16, 2, 8, 2, 4>{}, tensor<fp16, 2, 8, 2, 4>{}, math<bf16>);
#endif
