// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_ceiling_must_be_a_positive_finite_rate
// expect-error(clang): must be initialized by a constant expression
// expect-error(nvcc): must have a constant value
// expect: a_ceiling_must_be_a_positive_finite_rate
// expect(nvcc): a_ceiling_must_be_a_positive_finite_rate

#include <roofline/roofline.hpp>

#include <limits>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(0_GBps, datasheet("x")));
#else
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1_GBps, datasheet("x")));
#endif
