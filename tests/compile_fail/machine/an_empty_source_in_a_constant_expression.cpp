// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_number_of_a_machine_must_name_its_source
// expect-error(clang): must be initialized by a constant expression
// expect: a_number_of_a_machine_must_name_its_source

#include <roofline/roofline.hpp>

#include <limits>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1_GBps, datasheet("")));
#else
constexpr auto npu = machine<"npu">(ceiling<memory<dram>>(1_GBps, datasheet("table 4")));
#endif
