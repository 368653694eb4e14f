// SPDX-License-Identifier: BSL-1.0
// expect-error: place: the machine has no ceiling for a resource that the operator demands
// soup(clang): 30000
// soup(gcc): 165000
// expect: A100 80GB SXM4 publishes no ceiling for matrix_math<fp4>; it publishes matrix_math:

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
// [broken]
// soup(nvcc): 30000
constexpr auto deployed = decode(models::deepseek_r1, 1, 1024, recipes::deepseek_r1_nvfp4{});
// [/broken]
#else
constexpr auto deployed = decode(models::deepseek_r1, 1, 1024, uniform<bf16>);
#endif
static_assert(min_time(deployed, hw::a100_sxm_80gb) > 1_ms);
static_assert(memory_bound(deployed, hw::a100_sxm_80gb) && bound_by<memory<dram>>(deployed, hw::a100_sxm_80gb));
static_assert(tokens_per_second(deployed, hw::a100_sxm_80gb) > 0);
constexpr auto whole = place(deployed, hw::a100_sxm_80gb);
static_assert(whole.memory_bound());
