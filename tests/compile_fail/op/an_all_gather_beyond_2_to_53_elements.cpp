// SPDX-License-Identifier: BSL-1.0
// expect-error: all_gather: the result has too many elements
// expect: all_gather of (1048576,4) over 4294967296 ranks: the result has more than 2^53 elements

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = all_gather<scale_up>(tensor<bf16, 1048576, 4>{}, ranks<4294967296>);
#else
constexpr auto y = all_gather<scale_up>(tensor<bf16, 1048576, 4>{}, ranks<8>);
#endif
