// SPDX-License-Identifier: BSL-1.0
// expect-error: in_waves: takes a tiled matmul and a machine

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto w = in_waves(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}), hw::h100_sxm);
#else
constexpr auto w = in_waves(matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<16, 16, 16>>), hw::h100_sxm);
#endif
