// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: chunk is 0 and must be at least 1

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<fp32, 2, 4, 8, 16> state;
constexpr tensor<bf16, 2, 32, 2, 16> k;
constexpr tensor<bf16, 2, 32, 4, 8> v;
#ifndef POSITIVE_CONTROL
constexpr auto y = linear_attention(state, k, k, v, chunk<0>);
#else
constexpr auto y = linear_attention(state, k, k, v, chunk<1>);
#endif
constexpr auto t = min_time(y, hw::h100_sxm);
