// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: the operands and options do not agree
// expect: mla_decode of (1,1,128,576), (1,100,576): latent is 577 and a token of the cache has 576 elements

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 1, 128, 576> q;
constexpr tensor<bf16, 1, 100, 576> cache;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_decode(q, cache, latent<577>);
#else
constexpr auto o = mla_decode(q, cache, latent<576>);
#endif
