// SPDX-License-Identifier: BSL-1.0
// expect-error: demand: the amount is in the wrong unit
// expect: a demand on matrix_math<bf16> is in FLOP; the value given is in FLOP/s

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(demand<matrix_math<bf16>>(2_TFLOPS));
#else
constexpr auto mine = op(demand<matrix_math<bf16>>(2_TFLOP));
#endif
