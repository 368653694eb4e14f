// SPDX-License-Identifier: BSL-1.0
// expect-error: attention: this option is not one of this operator

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = attention(q, k, k, latent<4>);
#else
constexpr auto o = attention(q, k, k, causal);
#endif
