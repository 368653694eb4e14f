// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: these options exclude each other

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, k, score_format<fp32>);
#else
constexpr auto o = attention(q, k, k, materialized, score_format<fp32>);
#endif
