// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/a100.hpp>

/// NVIDIA A100 40GB PCIe: the first A100 card, 250 W. What belongs to the board is known at second hand only: the
/// product brief was not read. No A100 has fp8.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance a100_pcie_40gb_brief =
    secondary("attributed to the NVIDIA A100 40GB PCIe product brief PB-10137-001, which was not read");
inline constexpr provenance a100_pcie_40gb_link = secondary(
    "attributed to the NVIDIA A100 40GB PCIe product brief PB-10137-001, which was not read; half of the total of both "
    "directions");
}  // namespace source

// clang-format off
inline constexpr auto a100_pcie_40gb = detail::a100<"A100 40GB PCIe">(
    ceiling<memory<dram>>(1555_GBps, source::a100_pcie_40gb_brief),
    capacity<memory<dram>>(40_GB, source::a100_pcie_40gb_brief),
    ceiling<interconnect<scale_up>>(300_GBps, source::a100_pcie_40gb_link),
    domain<interconnect<scale_up>>(2, source::a100_pcie_40gb_brief),  // bridge
    ceiling<interconnect<host>>(32_GBps, source::a100_pcie_40gb_link),
    ceiling<board_power>(250_W, source::a100_pcie_40gb_brief));
// clang-format on

}  // namespace roofline::hw
