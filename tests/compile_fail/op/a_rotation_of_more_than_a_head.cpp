// SPDX-License-Identifier: BSL-1.0
// expect-error: rope: cannot turn tensors of these extents
// expect: rope of (6,4,64) and (6,4,64): 128 elements turn of a head that has 64

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rope(tensor<bf16, 6, 4, 64>{}, rotary<128>);
#else
constexpr auto y = rope(tensor<bf16, 6, 4, 64>{}, rotary<64>);
#endif
