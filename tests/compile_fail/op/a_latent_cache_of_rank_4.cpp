// SPDX-License-Identifier: BSL-1.0
// expect-error: mla_decode: takes a tensor of rank 4 and one of rank 3
// expect: given were rank 4, rank 4, in this order

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 1, 1, 128, 576> q;
constexpr tensor<bf16, 1, 100, 576> cache;

#ifndef POSITIVE_CONTROL
constexpr auto o = mla_decode(q, tensor<bf16, 1, 100, 1, 576>{}, latent<512>);
#else
constexpr auto o = mla_decode(q, cache, latent<512>);
#endif
