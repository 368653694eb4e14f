// SPDX-License-Identifier: BSL-1.0
// expect-error: lightning_indexer: takes tensors of rank 4, 3 and 3
// expect: given were rank 4, rank 4, rank 3, in this order

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<fp8, 1, 1, 64, 128> q;
constexpr tensor<fp8, 1, 100, 128> keys;

#ifndef POSITIVE_CONTROL
constexpr auto o = lightning_indexer(q, tensor<fp8, 1, 100, 1, 128>{}, tensor<fp32, 1, 1, 64>{});
#else
constexpr auto o = lightning_indexer(q, keys, tensor<fp32, 1, 1, 64>{});
#endif
