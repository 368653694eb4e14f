// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/provenance.hpp>

namespace roofline::inline ROOFLINE_ABI::hw::source {

/// One data sheet prints HGX B200 and GB200, and it prints 2:4 rates: the dense ones are half, as it says itself.
inline constexpr provenance blackwell_datasheet =
    datasheet("NVIDIA Blackwell datasheet 4204213 (October 2025), technical specifications, p. 8");
inline constexpr provenance blackwell_dense = datasheet(
    "NVIDIA Blackwell datasheet 4204213 (October 2025), technical specifications, p. 8: half of the printed 2:4 rate, "
    "as the table says of dense rates");
inline constexpr provenance blackwell_link = datasheet(
    "NVIDIA Blackwell datasheet 4204213 (October 2025), technical specifications, p. 8: half of the total of both "
    "directions");
inline constexpr provenance blackwell_tuning_guide = datasheet("NVIDIA Blackwell Tuning Guide 13.4");
inline constexpr provenance blackwell_l2 = datasheet(
    "NVIDIA Blackwell Tuning Guide 13.4: \"126 MB\" for the GB200's GPU, which is MiB; HGX B200 is the same chip");

}  // namespace roofline::hw::source
