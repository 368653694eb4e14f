// SPDX-License-Identifier: BSL-1.0
// expect-error: demand: the amount is in the wrong unit
// expect: a demand on memory<dram> is in byte; the value given is a bare number

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto mine = op(demand<memory<dram>>(elements(tensor<bf16, 4, 8>{})));
#else
constexpr auto mine = op(demand<memory<dram>>(footprint(tensor<bf16, 4, 8>{})));
#endif
