// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: these options exclude each other

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, k, materialized, blocks<4, 4>);
#else
constexpr auto o = attention(q, k, k, blocks<4, 4>);
#endif
