// SPDX-License-Identifier: BSL-1.0
// expect-error: a phase: after the recipe come, each at most once, a fusion policy, the number of distinct experts and beyond_maximum

#include <roofline/model.hpp>
#include <roofline/models.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto deployed = prefill(models::llama_2_7b, 1, 512, 1024, uniform<fp16>, usual_fusion{}, separate_kernels{});
#else
constexpr auto deployed = prefill(models::llama_2_7b, 1, 512, 1024, uniform<fp16>, separate_kernels{}, beyond_maximum);
#endif
