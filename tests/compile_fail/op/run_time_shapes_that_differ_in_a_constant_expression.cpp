// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): the_shapes_of_an_operator_must_agree
// expect-error(clang): must be initialized by a constant expression
// expect: the_shapes_of_an_operator_must_agree

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = add(tensor<bf16, 4, dyn>{7}, tensor<bf16, 4, 8>{});
#else
constexpr auto y = add(tensor<bf16, 4, dyn>{8}, tensor<bf16, 4, 8>{});
#endif
