// SPDX-License-Identifier: BSL-1.0
// expect-error: in_waves: the machine must state its number of compute units
// expect: box states no compute_units, which in_waves needs

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;
using namespace roofline::literals;

constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<16, 16, 16>>);

#ifndef POSITIVE_CONTROL
constexpr auto box = machine<"box">(ceiling<matrix_math<bf16>>(1_TFLOPS, datasheet("none")));
constexpr auto w = in_waves(y, box);
#else
constexpr auto w = in_waves(y, hw::h100_sxm);
#endif
