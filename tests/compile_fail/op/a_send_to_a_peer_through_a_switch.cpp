// SPDX-License-Identifier: BSL-1.0
// expect-error: place: the machine has no ceiling for a resource that the operator demands
// expect: H100 SXM publishes no ceiling for interconnect<peer<scale_up>>; it publishes interconnect: scale_up host

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/hardware/mi300x.hpp>
#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto t = min_time(send<peer<scale_up>>(tensor<bf16, 4>{}), hw::h100_sxm);
#else
constexpr auto t = min_time(send<peer<scale_up>>(tensor<bf16, 4>{}), hw::mi300x);
#endif
