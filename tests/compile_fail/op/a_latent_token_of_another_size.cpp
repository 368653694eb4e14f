// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: a query has 576 elements and a key 512, and they must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 1, 128, 576> q;
constexpr tensor<bf16, 1, 100, 576> cache;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_decode(q, tensor<bf16, 1, 100, 512>{}, latent<512>);
#else
constexpr auto o = mla_decode(q, cache, latent<512>);
#endif
