// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/gh100.hpp>

/// NVIDIA H200 SXM: the H100 SXM's chip with 141 GB at 4800 GB/s. Its data sheet prints 2:4 rates only, rounded; the
/// dense ones here are the chip's own, from the H100 whitepaper.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance h200_datasheet = quoted(
    "NVIDIA H200 datasheet 3512650 (November 2024) and product page, column SXM, as quoted in public transcriptions "
    "(www.nvidia.com/en-us/data-center/h200)");
inline constexpr provenance h200_link = quoted(
    "NVIDIA H200 datasheet 3512650 (November 2024), as quoted in public transcriptions; half of the total of both "
    "directions");
}  // namespace source

// clang-format off
inline constexpr auto h200_sxm = detail::gh100<"H200 SXM">(
    ceiling<memory<dram>>(4800_GBps, source::h200_datasheet),
    capacity<memory<dram>>(141_GB, source::h200_datasheet),
    ceiling<interconnect<scale_up>>(450_GBps, source::h200_link),
    domain<interconnect<scale_up>>(8, source::h200_datasheet),  // HGX H200
    ceiling<interconnect<host>>(64_GBps, source::h200_link),
    ceiling<board_power>(700_W, source::h200_datasheet),
    compute_units(132, source::h200_datasheet));
// clang-format on

}  // namespace roofline::hw
