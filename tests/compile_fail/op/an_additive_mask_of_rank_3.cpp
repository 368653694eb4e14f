// SPDX-License-Identifier: BSL-1.0
// expect-error: additive_mask: takes a tensor of rank 2, (s,S)

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, k, additive_mask(tensor<bf16, 2, 3, 8>{}));
#else
constexpr auto o = attention(q, k, k, additive_mask(tensor<bf16, 3, 8>{}));
#endif
