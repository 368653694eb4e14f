// SPDX-License-Identifier: BSL-1.0
// expect-error: resident: an any_operator no longer knows its tensors; ask the operator it was made of

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 6> w;
constexpr auto up = matmul(tensor<bf16, 4, 8>{}, w);
#ifndef POSITIVE_CONTROL
constexpr auto p = place(any_operator(up), hw::h100_sxm, resident(w));
#else
constexpr auto p = place(up, hw::h100_sxm, resident(w));
#endif
