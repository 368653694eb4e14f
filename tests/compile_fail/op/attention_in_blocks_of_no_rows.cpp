// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: blocks: the number of query rows is 0 and must be at least 1

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, k, blocks<0, 4>);
#else
constexpr auto o = attention(q, k, k, blocks<1, 4>);
#endif
