// SPDX-License-Identifier: BSL-1.0
// expect-error: send: takes a tensor

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = send<scale_up>(4096);
#else
constexpr auto y = send<scale_up>(tensor<bf16, 4>{});
#endif
