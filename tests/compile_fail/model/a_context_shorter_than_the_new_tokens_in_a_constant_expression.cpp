// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_phase_must_have_positive_extents_within_the_model
// expect-error(clang): must be initialized by a constant expression
// expect: a_phase_must_have_positive_extents_within_the_model

#include <roofline/model.hpp>
#include <roofline/models.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto deployed = prefill(models::llama_2_7b, 1, 1024, 512, uniform<fp16>);
#else
constexpr auto deployed = prefill(models::llama_2_7b, 1, 512, 1024, uniform<fp16>);
#endif
