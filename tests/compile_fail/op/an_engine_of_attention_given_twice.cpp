// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto y = attention(q, k, k, math<fp8>, on<matrix_math<bf16>>);
#else
constexpr auto y = attention(q, k, k, math<fp8>);
#endif
