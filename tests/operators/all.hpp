// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/attention.hpp"
#include "operators/collective.hpp"
#include "operators/convolution.hpp"
#include "operators/elementwise.hpp"
#include "operators/experts.hpp"
#include "operators/product.hpp"
#include "operators/recurrent.hpp"

namespace operators {

/// All of them.
template<class F>
constexpr void for_each(F&& f) {
    for_each_product(f);
    for_each_elementwise(f);
    for_each_attention(f);
    for_each_experts(f);
    for_each_collective(f);
    for_each_convolution(f);
    for_each_recurrent(f);
}

}  // namespace operators
