// SPDX-License-Identifier: BSL-1.0
// expect-error: an operator is told a number that is too small
// expect: tiles_per_unit is 0 and must be at least 1

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<16, 16, 16>>);

#ifndef POSITIVE_CONTROL
constexpr auto w = in_waves(y, hw::h100_sxm, tiles_per_unit<0>);
#else
constexpr auto w = in_waves(y, hw::h100_sxm, tiles_per_unit<2>);
#endif
