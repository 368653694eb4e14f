// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/extents.hpp"

#include <roofline/op/convolution.hpp>

// Convolutions.
namespace operators {

template<class F>
constexpr void for_each_convolution(F&& f) {
    f("convolution, of a line", 4, [](const extents& e) {
        return convolution(t3{e[0], e[1], e[2] + 2}, t3{e[3], e[1], 3}, stride<2>);
    });
    f("convolution, of a plane", 4, [](const extents& e) {
        return convolution(t4{1, 2 * e[0], e[1], e[2]}, t4{2 * e[3], e[0], 3, 3}, padding<1>, groups<2>);
    });
    f("convolution, dilated", 4, [](const extents& e) {
        return convolution(t3{e[0], e[1], e[2] + 8}, t3{e[3], e[1], 3}, dilation<2>, stride<dyn>(std::int64_t{2}), padding<1>);
    });
}

}  // namespace operators
