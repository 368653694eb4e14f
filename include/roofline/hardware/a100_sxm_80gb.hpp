// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/a100.hpp>

/// NVIDIA A100 80GB SXM4: the module of the later HGX A100 boards, HBM2e. Often quoted with 2 TB/s; it is 2039 GB/s.
/// A variant with its own cooling draws up to 500 W. No A100 has fp8.
namespace roofline::inline ROOFLINE_ABI::hw {

// clang-format off
inline constexpr auto a100_sxm_80gb = detail::a100<"A100 80GB SXM4">(
    ceiling<memory<dram>>(2039_GBps, source::a100_datasheet),
    capacity<memory<dram>>(80_GB, source::a100_datasheet),
    ceiling<interconnect<scale_up>>(300_GBps, source::a100_datasheet_link),
    domain<interconnect<scale_up>>(8, source::a100_datasheet),  // HGX A100
    ceiling<interconnect<host>>(32_GBps, source::a100_datasheet_link),
    ceiling<board_power>(400_W, source::a100_datasheet));
// clang-format on

}  // namespace roofline::hw
