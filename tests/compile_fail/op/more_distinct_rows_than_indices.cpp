// SPDX-License-Identifier: BSL-1.0
// expect-error: rows cannot be gathered from these extents
// expect: embedding of (7) rows from (100,8): 8 distinct rows are more than there are indices

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = embedding(tensor<i32, 7>{}, tensor<bf16, 100, 8>{}, distinct_rows<8>);
#else
constexpr auto y = embedding(tensor<i32, 7>{}, tensor<bf16, 100, 8>{}, distinct_rows<7>);
#endif
