// SPDX-License-Identifier: BSL-1.0
// expect-error: a phase: after the recipe come, each at most once, a fusion policy, the number of distinct experts and beyond_maximum

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto deployed = decode(models::llama_2_7b, 1, 1024, uniform<fp16>, causal);
#else
constexpr auto deployed = decode(models::llama_2_7b, 1, 1024, uniform<fp16>, beyond_maximum);
#endif
static_assert(min_time(deployed, hw::a100_sxm_80gb) > 1_ms);
static_assert(fits(deployed, hw::a100_sxm_80gb) && memory_needed(deployed) > 1_GB);
static_assert(energy_at_power_limit(deployed, hw::a100_sxm_80gb) > 0.1_J);
