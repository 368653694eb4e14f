// SPDX-License-Identifier: BSL-1.0
// expect-error: an option is given twice, or with another that says the same, as math<> and on<> do

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr tensor<bf16, 4, 8> x;
constexpr tensor<bf16, 8, 3> w;
constexpr auto product = matmul(x, w, tiled<tile<2, 2, 2>>);

#ifndef POSITIVE_CONTROL
constexpr auto y = in_waves(product, hw::h100_sxm, tiles_per_unit<1>, tiles_per_unit<2>);
#else
constexpr auto y = in_waves(product, hw::h100_sxm, tiles_per_unit<1>);
#endif
