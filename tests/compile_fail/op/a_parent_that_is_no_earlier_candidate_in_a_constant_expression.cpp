// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): the_parent_of_a_candidate_must_be_an_earlier_one
// expect-error(clang): must be initialized by a constant expression
// expect: the_parent_of_a_candidate_must_be_an_earlier_one

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 2, 3, 6, 4> q;
constexpr tensor<bf16, 2, 8, 2, 4> k;

#ifndef POSITIVE_CONTROL
constexpr auto o = verify(q, k, k, candidate_tree(-1, 2, 0));
#else
constexpr auto o = verify(q, k, k, candidate_tree(-1, 0, 0));
#endif
