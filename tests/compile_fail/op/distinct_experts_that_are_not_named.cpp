// SPDX-License-Identifier: BSL-1.0
// expect-error: grouped_matmul: say once how many distinct experts are read: distinct_experts::given<n>, fewest, expected_uniform or most

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 8, 4> x;
constexpr tensor<bf16, 3, 4, 6> w;

#ifndef POSITIVE_CONTROL
constexpr auto y = grouped_matmul(x, w, top_k<2>);
#else
constexpr auto y = grouped_matmul(x, w, top_k<2>, distinct_experts::most);
#endif
