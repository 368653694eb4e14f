// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/extents.hpp"

#include <roofline/op/collective.hpp>
#include <roofline/op/composition.hpp>
#include <roofline/op/elementwise.hpp>

// Collectives.
namespace operators {

template<class F>
constexpr void for_each_collective(F&& f) {
    f("all_reduce", 2, [](const extents& e) {
        return all_reduce<scale_up>(t2{4 * e[0], e[1]}, ranks<4>);
    });
    f("all_gather", 3, [](const extents& e) {
        return all_gather<scale_up>(t2{e[0], e[1]}, ranks<dyn>(e[2] + 1));
    });
    f("all_reduce, ring", 2, [](const extents& e) {
        return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, ring);
    });
    f("all_reduce, one_shot", 2, [](const extents& e) {
        return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, one_shot);
    });
    f("all_reduce, tree", 2, [](const extents& e) {
        return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, tree);
    });
    f("all_reduce, in_switch", 2, [](const extents& e) {
        return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, in_switch);
    });
    f("reduce_scatter", 2, [](const extents& e) {
        return reduce_scatter<scale_up>(t2{4 * e[0], e[1]}, ranks<4>);
    });
    f("all_to_all", 2, [](const extents& e) {
        return all_to_all<scale_up>(t2{4 * e[0], e[1]}, ranks<4>);
    });
    f("send", 2, [](const extents& e) {
        return send<scale_up>(t2{e[0], e[1]});
    });
    f("broadcast", 2, [](const extents& e) {
        return broadcast<scale_up>(t2{e[0], e[1]}, ranks<4>);
    });
    f("all_reduce, ranks of the run time", 3, [](const extents& e) {
        return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<dyn>(e[2] + 1), tree);
    });
    f("send, in another format", 2, [](const extents& e) {
        return sequence(cast<fp32>(t2{e[0], e[1]}), send<scale_up>(tensor<fp32, dyn, dyn>{e[0], e[1]}));
    });
}

}  // namespace operators
