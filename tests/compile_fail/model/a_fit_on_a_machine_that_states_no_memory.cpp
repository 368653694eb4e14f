// SPDX-License-Identifier: BSL-1.0
// expect-error: fits: the machine does not state how much its memory holds
// expect: K1 states no capacity of memory<dram>, which the question of what fits needs

#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto k1 = machine<"K1">(ceiling<memory<dram>>(900_GBps, datasheet("x")));
#else
constexpr auto k1 = machine<"K1">(ceiling<memory<dram>>(900_GBps, datasheet("x")),
                                  capacity<memory<dram>>(48_GB, datasheet("x")));
#endif
static_assert(fits(decode(models::llama_2_7b, 1, 1024, uniform<fp16>), k1));
static_assert(largest_batch(models::llama_2_7b, 1024, uniform<fp16>, k1) > 16);
