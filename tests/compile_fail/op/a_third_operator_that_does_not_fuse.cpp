// SPDX-License-Identifier: BSL-1.0
// expect-error: fuse: the consumer must take a tensor of the type of the result of the producer
// expect: the producer gives bf16 (4,3); the consumer takes bf16 (4,8)

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto up = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 6>{});
constexpr auto other = silu_and_mul(tensor<bf16, 4, 8>{});
constexpr auto act = silu_and_mul(up.result());
#ifndef POSITIVE_CONTROL
constexpr auto fused = fuse(up, act, other);
#else
constexpr auto fused = fuse(up, act, matmul(act.result(), tensor<bf16, 3, 5>{}));
#endif
