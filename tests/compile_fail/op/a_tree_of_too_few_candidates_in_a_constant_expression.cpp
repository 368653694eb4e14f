// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): the_operands_and_options_of_an_attention_must_agree
// expect-error(clang): must be initialized by a constant expression
// expect: the_operands_and_options_of_an_attention_must_agree

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = verify(q, k, k, candidate_tree(-1, 0));
#else
constexpr auto o = verify(q, k, k, candidate_tree(-1, 0, 0));
#endif
