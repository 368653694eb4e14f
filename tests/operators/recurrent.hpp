// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/extents.hpp"

#include <roofline/op/recurrent.hpp>

// Operators with a recurrent state.
namespace operators {

template<class F>
constexpr void for_each_recurrent(F&& f) {
    f("ssd_update", 4, [](const extents& e) {
        return ssd_update(t4{e[0], e[1], e[2], e[3]}, t3{e[0], e[1], e[2]}, t2{e[0], e[1]}, t1{e[1]}, t3{e[0], 1, e[3]},
                          t3{e[0], 1, e[3]});
    });
    f("gated_delta", 4, [](const extents& e) {
        const t4 keys{1, e[0], e[1], e[2]};
        const t3 gate{1, e[0], 2 * e[1]};
        return gated_delta(t4{1, 2 * e[1], e[3], e[2]}, keys, keys, t4{1, e[0], 2 * e[1], e[3]}, gate, gate, chunk<4>);
    });
    f("linear_attention", 4, [](const extents& e) {
        const t4 keys{1, e[0], e[1], e[2]};
        return linear_attention(t4{1, e[1], e[3], e[2]}, keys, keys, t4{1, e[0], e[1], e[3]}, chunk<4>);
    });
    f("conv1d_update", 3, [](const extents& e) {
        return conv1d_update(t3{e[0], e[1], e[2]}, t2{e[0], e[1]}, t2{e[1], e[2] + 1});
    });
    f("linear_attention_update", 4, [](const extents& e) {
        return linear_attention_update(t4{e[0], 2 * e[1], e[2], e[3]}, t3{e[0], e[1], e[3]}, t3{e[0], e[1], e[3]},
                                       t3{e[0], 2 * e[1], e[2]});
    });
    f("gated_delta_update", 4, [](const extents& e) {
        const t3 keys{e[0], e[1], e[2]};
        const t2 gate{e[0], 2 * e[1]};
        return gated_delta_update(t4{e[0], 2 * e[1], e[3], e[2]}, keys, keys, t3{e[0], 2 * e[1], e[3]}, gate, gate);
    });
    f("ssd", 4, [](const extents& e) {
        const t4 in{1, e[0], e[1], e[3]};
        return ssd(t4{1, 2 * e[1], e[2], e[3]}, t4{1, e[0], 2 * e[1], e[2]}, t3{1, e[0], 2 * e[1]}, t1{2 * e[1]}, in, in,
                   chunk<4>);
    });
}

}  // namespace operators
