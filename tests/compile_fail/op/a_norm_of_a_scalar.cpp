// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator was given a tensor of too low a rank
// expect: rms_norm takes a tensor of at least rank 1, not 0

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = rms_norm(tensor<bf16>{}, tensor<bf16, 1>{});
#else
constexpr auto y = rms_norm(tensor<bf16, 1>{}, tensor<bf16, 1>{});
#endif
