// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_repeat_count_must_be_positive
// expect-error(clang): must be initialized by a constant expression
// expect: a_repeat_count_must_be_positive

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto none = repeat(op(demand<memory<dram>>(1_B)), 0);
#else
constexpr auto none = repeat(op(demand<memory<dram>>(1_B)), 1);
#endif
