// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/gh100.hpp>

/// NVIDIA H100 SXM5 80GB, the module of HGX and DGX H100. The data sheet's 1979 TFLOPS for bf16 and 3958 for fp8 are
/// 2:4 rates. The PCIe card (756 TFLOPS, 2000 GB/s) and the NVL (835.5, 3938) are other machines. No fp4, and no i4
/// either: Hopper dropped it.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance h100_link = quoted(
    "NVIDIA H100 Tensor Core GPU Architecture whitepaper v1.04, as quoted in public transcriptions; half of the total "
    "of both directions");
}  // namespace source

// clang-format off
inline constexpr auto h100_sxm = detail::gh100<"H100 SXM">(
    ceiling<memory<dram>>(3352_GBps, source::gh100_whitepaper),
    capacity<memory<dram>>(80_GB, source::gh100_whitepaper),
    ceiling<interconnect<scale_up>>(450_GBps, source::h100_link),
    domain<interconnect<scale_up>>(8, source::gh100_whitepaper),  // HGX H100
    ceiling<interconnect<host>>(64_GBps, source::h100_link),
    ceiling<board_power>(700_W, source::gh100_whitepaper),
    compute_units(132, source::gh100_whitepaper));
// clang-format on

}  // namespace roofline::hw
