// SPDX-License-Identifier: BSL-1.0
// expect-error: tiled: every extent of a tile is at least 1
// expect: a tile of (0,128,64): every extent of a tile is at least 1
// expect(nvcc): tile<0L, 128L, 64L>

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<0, 128, 64>>);
#else
constexpr auto y = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{}, tiled<tile<128, 128, 64>>);
#endif
