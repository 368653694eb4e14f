// SPDX-License-Identifier: BSL-1.0
// expect-error: demand: the amount is in the wrong unit
// expect: a demand on memory<dram> is in byte; the value given is in byte/s

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(demand<matrix_math<bf16>>(2_TFLOP), demand<memory<dram>>(3_GBps));
static_assert(work(mine) > 1_FLOP);
#else
constexpr auto mine = op(demand<matrix_math<bf16>>(2_TFLOP), demand<memory<dram>>(3_GB));
#endif
