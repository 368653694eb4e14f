// SPDX-License-Identifier: BSL-1.0
// expect-error: energy_at_power_limit: the machine publishes no power limit
// expect: K1 publishes no ceiling for board_power; it publishes no board_power at all, but: matrix_math vector_math special_math memory

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto k1 = machine<"K1">(
    ceiling<matrix_math<fp16>>(160_TFLOPS, datasheet("x")), ceiling<vector_math<fp32>>(10_TFLOPS, datasheet("x")),
    ceiling<special_math<special::exp2>>(2_TFLOPS, datasheet("x")), unpublished<special_math<special::reciprocal>>(),
    unpublished<special_math<special::rsqrt>>(), unpublished<special_math<special::sin>>(),
    ceiling<memory<dram>>(900_GBps, datasheet("x")));
#else
constexpr auto k1 = hw::a100_sxm_80gb;
#endif
static_assert(energy_at_power_limit(decode(models::llama_2_7b, 1, 1024, uniform<fp16>), k1) > 0.1_J);
