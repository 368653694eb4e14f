// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: after the operands come out<>, math<>, on<>, and tiled<> or an epilogue

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<16, 16, 16>>, 5);
#else
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<16, 16, 16>>, out<fp32>);
#endif
