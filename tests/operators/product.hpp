// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/extents.hpp"

#include <roofline/machine.hpp>
#include <roofline/op/product.hpp>

// Matrix products.
namespace operators {

/// For products in waves.
inline constexpr auto three_units = machine<"three units">(compute_units(3, datasheet("x")));

template<class F>
constexpr void for_each_product(F&& f) {
    f("matmul", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, t2{e[1], e[2]});
    });
    f("batched_matmul", 4, [](const extents& e) {
        return batched_matmul(t3{e[0], e[1], e[2]}, t3{e[0], e[2], e[3]});
    });
    f("matmul, pruned", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, tensor<pruned_2_4<bf16>, dyn, dyn>{e[1], e[2]});
    });
    f("matmul, in tiles", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, tiled<tile<16, 8, 4>>);
    });
    f("batched_matmul, in tiles", 4, [](const extents& e) {
        return batched_matmul(t3{e[0], e[1], e[2]}, t3{e[0], e[2], e[3]}, tiled<tile<16, 8, 4>>);
    });
    f("matmul, in waves", 3, [](const extents& e) {
        return in_waves(matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, tiled<tile<16, 8, 4>>), three_units);
    });
    f("matmul, bias and sum", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, with_bias(t1{e[2]}), accumulate(t2{e[0], e[2]}), epilogue<3>);
    });
    f("matmul, widen", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, tensor<i4, dyn, dyn>{e[1], e[2]}, widen<2>, math<bf16>);
    });
    f("matmul, split_k", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1] + 1}, t2{e[1] + 1, e[2]}, split_k<2>, with_bias(t1{e[2]}));
    });
    f("matmul, on the vector engine", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, on<vector_math<fp32>>, out<fp32>);
    });
    f("matmul, a weight with scales", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, tensor<nvfp4, dyn, dyn>{e[1], e[2]}, math<bf16>);
    });
    f("matmul, a weight with scales in tiles", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, tensor<mxfp4, dyn, dyn>{e[1], e[2]}, math<bf16>, tiled<tile<16, 8, 4>>);
    });
    f("matmul, in tiles of the run time", 3, [](const extents& e) {
        return matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, tiled<tile<dyn, dyn, dyn>>(e[3], std::int64_t{8}, std::int64_t{4}));
    });
    f("matmul, in waves of two tiles a unit", 3, [](const extents& e) {
        return in_waves(matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, tiled<tile<16, 8, 4>>), three_units, tiles_per_unit<2>);
    });
    f("matmul, split_k of the run time", 3, [](const extents& e) {
        return matmul(t2{e[0], 8 * e[1]}, t2{8 * e[1], e[2]}, split_k<dyn>(2 + e[3] % 7));
    });
    f("batched_matmul, bias and split_k", 4, [](const extents& e) {
        return batched_matmul(t3{e[0], e[1], 3 * e[2]}, t3{e[0], 3 * e[2], e[3]}, with_bias(t1{e[3]}), split_k<3>);
    });
}

}  // namespace operators
