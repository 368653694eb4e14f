// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/extents.hpp"

#include <roofline/op/elementwise.hpp>

// Elementwise operators, norms, gathers and formats.
namespace operators {

template<class F>
constexpr void for_each_elementwise(F&& f) {
    f("rms_norm", 2, [](const extents& e) {
        return rms_norm(t2{e[0], e[1]}, t1{e[1]});
    });
    f("silu_and_mul", 2, [](const extents& e) {
        return silu_and_mul(t2{e[0], 2 * e[1]});
    });
    f("softmax", 2, [](const extents& e) {
        return softmax(t2{e[0], e[1]});
    });
    f("gelu", 2, [](const extents& e) {
        return gelu(t2{e[0], e[1]});
    });
    f("copy", 2, [](const extents& e) {
        return copy(t2{e[0], e[1]});
    });
    f("embedding", 2, [](const extents& e) {
        return embedding(tensor<i32, dyn>{e[0]}, t2{100, e[1]});
    });
    f("relu", 2, [](const extents& e) {
        return relu(t2{e[0], e[1]});
    });
    f("silu", 2, [](const extents& e) {
        return silu(t2{e[0], e[1]});
    });
    f("transpose", 2, [](const extents& e) {
        return transpose(t2{e[0], e[1]});
    });
    f("reduction", 2, [](const extents& e) {
        return reduction(t2{e[0], e[1]});
    });
    f("argmax", 2, [](const extents& e) {
        return argmax(t2{e[0], e[1]});
    });
    f("scan", 2, [](const extents& e) {
        return scan(t2{e[0], e[1]});
    });
    f("sampling", 2, [](const extents& e) {
        return sampling(t2{e[0], e[1]});
    });
    f("gelu, erf_form", 2, [](const extents& e) {
        return gelu(t2{e[0], e[1]}, erf_form);
    });
    f("scan, work_efficient", 2, [](const extents& e) {
        return scan(t2{e[0], e[1]}, work_efficient);
    });
    f("softmax, three_pass", 2, [](const extents& e) {
        return softmax(t2{e[0], e[1]}, three_pass);
    });
    f("add", 2, [](const extents& e) {
        return add(t2{e[0], e[1]}, t2{e[0], e[1]});
    });
    f("multiply", 2, [](const extents& e) {
        return multiply(t2{e[0], e[1]}, t2{e[0], e[1]});
    });
    f("swiglu", 2, [](const extents& e) {
        return swiglu(t2{e[0], e[1]}, t2{e[0], e[1]});
    });
    f("gelu_and_mul", 2, [](const extents& e) {
        return gelu_and_mul(t2{e[0], 2 * e[1]});
    });
    f("layer_norm", 2, [](const extents& e) {
        return layer_norm(t2{e[0], e[1]}, t1{e[1]}, t1{e[1]});
    });
    f("rms_norm, residual", 2, [](const extents& e) {
        return rms_norm(t2{e[0], e[1]}, t1{e[1]}, residual(t2{e[0], e[1]}));
    });
    f("cast", 2, [](const extents& e) {
        return cast<fp32>(t2{e[0], e[1]});
    });
    f("quantize, nvfp4", 2, [](const extents& e) {
        return quantize<nvfp4>(t2{e[0], e[1]});
    });
    f("quantize, mxfp8", 2, [](const extents& e) {
        return quantize<mxfp8_e4m3>(t2{e[0], e[1]});
    });
    f("dequantize", 2, [](const extents& e) {
        return dequantize<bf16>(tensor<mxfp4, dyn, dyn>{e[0], e[1]});
    });
    f("rope", 4, [](const extents& e) {
        return rope(t3{e[0], e[1], 2 * e[2]}, t3{e[0], e[3], 2 * e[2]});
    });
    f("rope, in part", 4, [](const extents& e) {
        return rope(t3{e[0], e[1], 2 * e[2]}, t3{e[0], e[3], 2 * e[2]}, rotary<2>);
    });
    f("embedding, every_row", 3, [](const extents& e) {
        return embedding(tensor<i32, dyn, dyn>{e[0], e[1]}, t2{100, e[2]}, every_row);
    });
    f("gather, distinct_rows", 3, [](const extents& e) {
        return gather(t2{100 + e[0], e[1]}, tensor<i64, dyn>{4 + e[2]}, distinct_rows<4>);
    });
    f("relu, another format", 2, [](const extents& e) {
        return relu(t2{e[0], e[1]}, out<fp32>, on<matrix_math<bf16>>);
    });
    f("reglu", 2, [](const extents& e) {
        return reglu(t2{e[0], e[1]}, t2{e[0], e[1]});
    });
    f("geglu", 2, [](const extents& e) {
        return geglu(t2{e[0], e[1]}, t2{e[0], e[1]});
    });
    f("reduction, of the largest", 2, [](const extents& e) {
        return reduction(t2{e[0], e[1]}, reduce::max);
    });
    f("gather", 3, [](const extents& e) {
        return gather(t2{100 + e[0], e[1]}, tensor<i64, dyn>{4 + e[2]});
    });
}

}  // namespace operators
