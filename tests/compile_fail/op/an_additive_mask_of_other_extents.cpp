// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: the additive mask has 7 columns and there are 8 keys

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, k, additive_mask(tensor<bf16, 3, 7>{}));
#else
constexpr auto o = attention(q, k, k, additive_mask(tensor<bf16, 3, 8>{}));
#endif
