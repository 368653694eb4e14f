// SPDX-License-Identifier: BSL-1.0
// A roofline chart of a few operators of a Llama-2-7B layer on an A100, in the terminal and, where a path is given, as
// an SVG:
//
//     roofline_chart [a100.svg]

// [plot]
#include <roofline/chart.hpp>
#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

chart::plot layer(std::int64_t prompt) {
    constexpr auto& a100 = hw::a100_sxm_80gb;
    const auto bound = [&](std::string name, std::int64_t rows, auto make) {
        return chart::at(name, place(make(tensor<bf16, dyn, 4096>{rows}), a100), std::to_string(rows) + " rows");
    };
    const auto q_proj = [](auto x) { return matmul(x, tensor<bf16, 4096, 4096>{}); };
    const auto up_proj = [](auto x) { return matmul(x, tensor<bf16, 4096, 11008>{}); };
    const auto norm = [](auto x) { return rms_norm(x, tensor<bf16, 4096>{}); };

    chart::plot p("Llama-2-7B on an A100 80GB SXM4", "one layer, bf16, dense peaks");
    p.roof<matrix_math<bf16>, vector_math<fp32>, memory<dram>>(a100)
        .measured_ceiling("a large matmul", 255_TFLOPS)  // invented
        .ridge<matrix_math<bf16>>(a100)
        .bounds("decode", {bound("q_proj", 1, q_proj), bound("up_proj, batch 64", 64, up_proj), bound("norm", 1, norm)})
        .bounds("prefill", {bound("q_proj", prompt, q_proj), bound("up_proj", prompt, up_proj), bound("norm", prompt, norm)})
        .measurements("a kernel", {chart::at("q_proj", place(q_proj(tensor<bf16, 64, 4096>{}), a100), 25_us)});  // invented
    return p;
}
// [/plot]

// [render]
#include <roofline/report/write_file.hpp>

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    try {
        const chart::plot p = layer(2048);
        if (argc > 1) report::write_file(argv[1], chart::svg(p));
        std::cout << chart::terminal(p, 80, 16);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 2;
    }
}
// [/render]
