// SPDX-License-Identifier: BSL-1.0
// expect-error: op: takes at least one demand<resource>(amount), and takes(...) and gives(...)

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(takes(tensor<bf16, 4>{}));
#else
constexpr auto mine = op(demand<memory<dram>>(8_B), takes(tensor<bf16, 4>{}));
#endif
