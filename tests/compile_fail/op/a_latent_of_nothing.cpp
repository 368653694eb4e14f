// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: latent is 0 and must be at least 1

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 1, 128, 576> q;
constexpr tensor<bf16, 1, 100, 576> cache;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_decode(q, cache, latent<0>);
#else
constexpr auto o = mla_decode(q, cache, latent<512>);
#endif
