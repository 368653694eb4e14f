// SPDX-License-Identifier: BSL-1.0
// expect-error: a phase: the recipe does not say in which formats the model is deployed
// expect: this one lacks or has another thing for: residual kv_cache attention_math attention absorbed feed_forward experts shared_experts router head embedding

#include <roofline/model.hpp>
#include <roofline/models.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto deployed = decode(models::llama_2_7b, 1, 1024, bf16{});
#else
constexpr auto deployed = decode(models::llama_2_7b, 1, 1024, uniform<bf16>);
#endif
