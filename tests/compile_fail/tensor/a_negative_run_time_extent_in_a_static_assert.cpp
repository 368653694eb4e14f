// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): non-constant condition for static assertion
// errors(gcc): 2
// expect-error(gcc): every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements
// expect-error(clang): not an integral constant expression
// expect: every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
static_assert(elements(tensor<bf16, dyn, 4>{-3}) > 0);
#else
static_assert(elements(tensor<bf16, dyn, 4>{3}) > 0);
#endif
