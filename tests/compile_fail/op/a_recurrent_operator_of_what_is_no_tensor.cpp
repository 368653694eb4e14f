// SPDX-License-Identifier: BSL-1.0
// expect-error: a recurrent operator takes tensors

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<fp32, 2, 4, 8, 16> state;
constexpr tensor<bf16, 2, 2, 16> k;
#ifndef POSITIVE_CONTROL
constexpr auto y = linear_attention_update(state, k, k, 8);
#else
constexpr auto y = linear_attention_update(state, k, k, tensor<bf16, 2, 4, 8>{});
#endif
constexpr auto t = min_time(y, hw::h100_sxm);
