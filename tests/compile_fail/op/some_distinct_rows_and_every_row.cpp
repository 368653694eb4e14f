// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<i32, 8> ids;
constexpr tensor<bf16, 100, 16> table;

#ifndef POSITIVE_CONTROL
constexpr auto y = embedding(ids, table, distinct_rows<4>, every_row);
#else
constexpr auto y = embedding(ids, table, distinct_rows<4>);
#endif
