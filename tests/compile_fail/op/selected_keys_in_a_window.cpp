// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: these options exclude each other

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 1, 128, 576> q;
constexpr tensor<bf16, 1, 100, 576> cache;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_decode(q, cache, latent<512>, selected<64>, window<64>);
#else
constexpr auto o = mla_decode(q, cache, latent<512>, selected<64>);
#endif
