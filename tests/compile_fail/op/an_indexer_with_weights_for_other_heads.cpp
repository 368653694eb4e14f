// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: there are 64 query heads and weights for 32, which must be as many

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<fp8, 1, 1, 64, 128> q;
constexpr tensor<fp8, 1, 100, 128> keys;

#ifndef POSITIVE_CONTROL
constexpr auto o = lightning_indexer(q, keys, tensor<fp32, 1, 1, 32>{});
#else
constexpr auto o = lightning_indexer(q, keys, tensor<fp32, 1, 1, 64>{});
#endif
