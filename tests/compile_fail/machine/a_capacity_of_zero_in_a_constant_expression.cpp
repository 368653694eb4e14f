// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_capacity_must_be_positive_and_finite
// expect-error(clang): must be initialized by a constant expression
// expect: a_capacity_must_be_positive_and_finite

#include <roofline/roofline.hpp>

#include <limits>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(capacity<memory<dram>>(0_GB, datasheet("x")));
#else
constexpr auto npu = machine<"npu">(capacity<memory<dram>>(1_GB, datasheet("x")));
#endif
