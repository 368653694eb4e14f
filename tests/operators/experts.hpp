// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/extents.hpp"

#include <roofline/op/experts.hpp>

// Mixtures of experts.
namespace operators {

template<class F>
constexpr void for_each_experts(F&& f) {
    f("permute", 3, [](const extents& e) {
        return permute(t2{e[0], e[1]}, top_k<dyn>(e[2]));
    });
    f("combine", 3, [](const extents& e) {
        return combine(t2{e[0] * e[2], e[1]}, t2{e[0], e[2]});
    });
    f("grouped_matmul, fewest", 4, [](const extents& e) {
        return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::fewest);
    });
    f("grouped_matmul, expected_uniform", 4, [](const extents& e) {
        return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::expected_uniform);
    });
    f("grouped_matmul, most", 4, [](const extents& e) {
        return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::most);
    });
    f("grouped_matmul, given", 4, [](const extents& e) {
        return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::given<2>);
    });
    f("grouped_matmul, group_sizes", 4, [](const extents& e) {
        return grouped_matmul(t2{e[0] + e[3], e[1]}, t3{3, e[1], e[2]}, group_sizes(e[0], std::int64_t{0}, e[3]));
    });
    f("top_k_softmax", 2, [](const extents& e) {
        return top_k_softmax(t2{e[0], e[1] + 1}, top_k<2>, renormalized);
    });
    f("top_k_sigmoid", 2, [](const extents& e) {
        return top_k_sigmoid(t2{e[0], e[1] + 1}, top_k<2>);
    });
    f("grouped_top_k", 2, [](const extents& e) {
        return grouped_top_k(t2{e[0], 8 * e[1]}, t1{8 * e[1]}, top_k<2>, expert_groups<4>, kept_groups<2>);
    });
    f("grouped_matmul, weights with scales", 4, [](const extents& e) {
        return grouped_matmul(t2{2 * e[0], e[1]}, tensor<nvfp4, dyn, dyn, dyn>{e[3] + 2, e[1], e[2]}, top_k<2>, math<bf16>,
                              distinct_experts::most);
    });
    f("top_k_softmax, not renormalized", 2, [](const extents& e) {
        return top_k_softmax(t2{e[0], e[1] + 1}, top_k<2>);
    });
}

}  // namespace operators
