// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements
// expect-error(clang): must be initialized by a constant expression
// expect: every_extent_of_a_tensor_must_be_positive_and_at_most_2_to_53_elements

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr tensor<bf16, dyn, 4> x{0};
#else
constexpr tensor<bf16, dyn, 4> x{1};
#endif
