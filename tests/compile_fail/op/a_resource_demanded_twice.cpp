// SPDX-License-Identifier: BSL-1.0
// expect-error: op: each resource is demanded once

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(demand<memory<dram>>(3_GB), demand<matrix_math<bf16>>(1_TFLOP), demand<memory<dram>>(1_GB));
#else
constexpr auto mine = op(demand<memory<dram>>(4_GB), demand<matrix_math<bf16>>(1_TFLOP));
#endif
