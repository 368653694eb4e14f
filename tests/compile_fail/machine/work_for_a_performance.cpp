// SPDX-License-Identifier: BSL-1.0
// expect-error: ceiling: the rate is in the wrong unit
// expect: a ceiling of matrix_math<bf16> is a rate in FLOP/s; the value given is in FLOP

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(400_TFLOP, datasheet("x")));
#else
constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("x")));
#endif
