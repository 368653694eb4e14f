// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto up = matmul(tensor<bf16, 4, 9>{}, tensor<bf16, 8, 6>{});
#else
constexpr auto up = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 6>{});
#endif
constexpr auto t = min_time(up, hw::h100_sxm, resident(up.result()));
constexpr auto p = place(up, hw::h100_sxm, resident(up.result()));
constexpr bool bound = memory_bound(silu_and_mul(tensor<bf16, 4, 6>{}), hw::h100_sxm, resident(tensor<bf16, 4, 6>{}));
