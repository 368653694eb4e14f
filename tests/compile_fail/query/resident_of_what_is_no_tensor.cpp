// SPDX-License-Identifier: BSL-1.0
// expect-error: resident: takes the tensors that stay in the cache

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 3> w;
constexpr auto up = matmul(tensor<bf16, 4, 8>{}, w);
#ifndef POSITIVE_CONTROL
constexpr auto t = min_time(up, hw::h100_sxm, resident(up));
#else
constexpr auto t = min_time(up, hw::h100_sxm, resident(up.result()));
#endif
