// SPDX-License-Identifier: BSL-1.0
// expect-error: the operands of a recurrent operator must agree
// expect: linear_attention_update: state (b,h,e,d) is (2,4,8,16) and v (b,h,e) is (2,6,8); h must be equal

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<fp32, 2, 4, 8, 16> state;
constexpr tensor<bf16, 2, 2, 16> k;
#ifndef POSITIVE_CONTROL
constexpr auto y = linear_attention_update(state, k, k, tensor<bf16, 2, 6, 8>{});
#else
constexpr auto y = linear_attention_update(state, k, k, tensor<bf16, 2, 4, 8>{});
#endif
constexpr auto t = min_time(y, hw::h100_sxm);
