// SPDX-License-Identifier: BSL-1.0
// expect-error: in_waves: takes a tiled matmul and a machine

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto box = machine<"box">(compute_units(8, datasheet("none")));

#ifndef POSITIVE_CONTROL
constexpr auto w = in_waves(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}), box);
#else
constexpr auto w = in_waves(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<16, 16, 16>>), box);
#endif
