// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 16> x;

#ifndef POSITIVE_CONTROL
constexpr auto y = all_reduce<scale_up>(x, ranks<4>, ring, tree);
#else
constexpr auto y = all_reduce<scale_up>(x, ranks<4>, ring);
#endif
