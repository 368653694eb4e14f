// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/a100.hpp>

/// NVIDIA A100 40GB SXM4: the first A100, HBM2 at 1555 GB/s. "A100" without a size often means the 80 GB module, which
/// moves 31 % more. No A100 has fp8.
namespace roofline::inline ROOFLINE_ABI::hw {

// clang-format off
inline constexpr auto a100_sxm_40gb = detail::a100<"A100 40GB SXM4">(
    ceiling<memory<dram>>(1555_GBps, source::a100_whitepaper),
    capacity<memory<dram>>(40_GB, source::a100_whitepaper),
    ceiling<interconnect<scale_up>>(300_GBps, source::a100_whitepaper_link),
    domain<interconnect<scale_up>>(8, source::a100_whitepaper),  // HGX A100; boards of 16 existed
    ceiling<interconnect<host>>(32_GBps, source::a100_whitepaper_link),
    ceiling<board_power>(400_W, source::a100_whitepaper));
// clang-format on

}  // namespace roofline::hw
