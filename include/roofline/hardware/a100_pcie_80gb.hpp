// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/a100.hpp>

/// NVIDIA A100 80GB PCIe: the card. Its memory runs at 1935 GB/s, 5 % slower than the SXM4 module's, and its NVLink
/// reaches one other card over a bridge: between any other two it is PCIe. The peaks are those of the module although
/// 300 W does not hold them for long. No A100 has fp8.
namespace roofline::inline ROOFLINE_ABI::hw {

// clang-format off
inline constexpr auto a100_pcie_80gb = detail::a100<"A100 80GB PCIe">(
    ceiling<memory<dram>>(1935_GBps, source::a100_datasheet),
    capacity<memory<dram>>(80_GB, source::a100_datasheet),
    ceiling<interconnect<scale_up>>(300_GBps, source::a100_datasheet_link),
    domain<interconnect<scale_up>>(2, source::a100_datasheet),  // bridge
    ceiling<interconnect<host>>(32_GBps, source::a100_datasheet_link),
    ceiling<board_power>(300_W, source::a100_datasheet));
// clang-format on

}  // namespace roofline::hw
