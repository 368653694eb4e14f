// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator was given a tensor of too low a rank
// expect: rope takes a tensor of at least rank 3, not 2

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rope(tensor<bf16, 6, 64>{});
#else
constexpr auto y = rope(tensor<bf16, 6, 1, 64>{});
#endif
