// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype.hpp>
#include <roofline/tensor.hpp>

#include <cstdint>

// What the lists of operators beside this header are made of: for_each_product(f) and the others call
//
//     f(name, extents, make)
//
// for each operator of a family, and once more for each of its options that changes what is counted. `make` turns four
// numbers into a typed operator: the first `extents` of them are extents, another may be the number of an option. It has no
// state, so that its type alone is enough to call it in a constant expression.
namespace operators {

using namespace roofline;

using extents = std::int64_t[4];

using t1 = tensor<bf16, dyn>;
using t2 = tensor<bf16, dyn, dyn>;
using t3 = tensor<bf16, dyn, dyn, dyn>;
using t4 = tensor<bf16, dyn, dyn, dyn, dyn>;

inline constexpr extents shapes[] = {{1, 1, 1, 1}, {3, 4, 5, 7}, {16, 8, 32, 64}, {64, 128, 16, 3}};

}  // namespace operators
