// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/hardware/detail/a100.hpp>

/// NVIDIA A100 80GB SXM4: the module of the HGX A100 boards, HBM2e, 400 W (a variant with a custom thermal solution may
/// draw 500 W). Often quoted as 2 TB/s; the data sheet prints 2039 GB/s. No A100 has fp8.
namespace roofline::hw {

inline constexpr auto a100_sxm_80gb = detail::a100<"A100 80GB SXM4">(
    ceiling<memory<dram>>(2039_GBps, source::a100_datasheet),
    capacity<memory<dram>>(80_GB, source::a100_datasheet),
    ceiling<interconnect<scale_up>>(300_GBps, source::a100_datasheet_link),
    domain<interconnect<scale_up>>(8, source::a100_datasheet),  // HGX A100
    ceiling<interconnect<host>>(32_GBps, source::a100_datasheet_link),
    ceiling<board_power>(400_W, source::a100_datasheet));

}  // namespace roofline::hw
