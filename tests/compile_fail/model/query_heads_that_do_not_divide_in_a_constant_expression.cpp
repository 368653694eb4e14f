// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_configuration_must_be_that_of_a_model
// expect-error(clang): must be initialized by a constant expression
// expect: a_configuration_must_be_that_of_a_model

#include <roofline/model.hpp>
#include <roofline/models.hpp>

using namespace roofline;

template<std::int64_t kv_heads>
constexpr transformer model(
    backbone{.name = "Finch 3B", .hidden = 2048, .vocabulary = 32000, .max_position = 4096}, rms_normed{},
    layers{24, grouped_query_attention{.heads = 16, .kv_heads = kv_heads, .head_size = 128, .rotary = 128},
           feed_forward<activation::swiglu>{.intermediate = 8192}});

#ifndef POSITIVE_CONTROL
constexpr auto deployed = decode(model<5>, 1, 1024, uniform<fp16>);
#else
constexpr auto deployed = decode(model<4>, 1, 1024, uniform<fp16>);
#endif
