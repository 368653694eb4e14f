// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <roofline/machine.hpp>
#include <roofline/units/literals.hpp>
namespace roofline::hw {
inline constexpr auto gb200 = machine<"GB200">(
  ceiling<matrix_math<fp4>>(10000_TFLOPS, datasheet("x")),
  ceiling<matrix_math<fp8>>(5000_TFLOPS, datasheet("x")),
  ceiling<matrix_math<bf16>>(2500_TFLOPS, datasheet("x")),
  ceiling<vector_math<fp32>>(80_TFLOPS, datasheet("x")),
  ceiling<special_math<special::exp2>>(5_TFLOPS, datasheet("x")),
  ceiling<special_math<special::reciprocal>>(5_TFLOPS, datasheet("x")),
  ceiling<special_math<special::rsqrt>>(5_TFLOPS, datasheet("x")),
  unpublished<memory<llc>>(),
  capacity<memory<llc>>(126_MiB, datasheet("x")),
  ceiling<memory<dram>>(8_TBps, datasheet("x")));
}
