// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator does not know this option
// expect: copy takes no options

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = copy(tensor<bf16, 4, 8>{}, math<bf16>);
#else
constexpr auto y = copy(tensor<bf16, 4, 8>{});
#endif
