// SPDX-License-Identifier: BSL-1.0
// expect-error: rows are named by i32 or i64
// expect: embedding: the indices are bf16; give i32 or i64

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = embedding(tensor<bf16, 7>{}, tensor<bf16, 100, 8>{});
#else
constexpr auto y = embedding(tensor<i32, 7>{}, tensor<bf16, 100, 8>{});
#endif
