// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_phase_must_have_positive_extents_within_the_model
// expect-error(clang): must be initialized by a constant expression
// expect: a_phase_must_have_positive_extents_within_the_model

#include <roofline/model.hpp>
#include <roofline/models.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto deployed = decode(models::llama_2_7b, 1, 4097, uniform<fp16>);
#else
constexpr auto deployed = decode(models::llama_2_7b, 1, 4097, uniform<fp16>, beyond_maximum);
#endif
