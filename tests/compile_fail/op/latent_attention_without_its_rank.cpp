// SPDX-License-Identifier: BSL-1.0
// expect-error: mla_decode: say how many elements of a token are its values with latent<>

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 1, 128, 576> q;
constexpr tensor<bf16, 1, 100, 576> cache;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_decode(q, cache);
#else
constexpr auto o = mla_decode(q, cache, latent<512>);
#endif
