// SPDX-License-Identifier: BSL-1.0
// expect-error: tiled: give one integer for each dyn of the tile

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto tiles = tiled<tile<dyn, dyn, 64>>(128);
#else
constexpr auto tiles = tiled<tile<dyn, dyn, 64>>(128, 128);
#endif
