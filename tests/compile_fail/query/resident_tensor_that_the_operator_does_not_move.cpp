// SPDX-License-Identifier: BSL-1.0
// expect-error: resident: the operator neither takes nor gives a tensor of this type
// expect: resident names bf16 (6,8); the operator gives bf16 (4,6) and moves besides bf16 (4,8), bf16 (8,6)

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 6> w;
constexpr tensor<bf16, 6, 8> transposed;
#ifndef POSITIVE_CONTROL
constexpr auto t = min_time(matmul(x, w), hw::h100_sxm, resident(transposed));
#else
constexpr auto t = min_time(matmul(x, w), hw::h100_sxm, resident(w));
#endif
