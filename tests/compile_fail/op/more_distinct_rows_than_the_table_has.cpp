// SPDX-License-Identifier: BSL-1.0
// expect-error: rows cannot be gathered from these extents
// expect: gather of (700) rows from (100,8): 101 distinct rows are more than the table has

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto y = gather(tensor<bf16, 100, 8>{}, tensor<i32, 700>{}, distinct_rows<101>);
#else
constexpr auto y = gather(tensor<bf16, 100, 8>{}, tensor<i32, 700>{}, distinct_rows<100>);
#endif
