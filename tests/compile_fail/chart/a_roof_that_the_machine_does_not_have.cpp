// SPDX-License-Identifier: BSL-1.0
// expect-error: roof: the machine has no ceiling for this resource
// expect: npu publishes no ceiling for matrix_math<fp4>; it publishes matrix_math: bf16 fp8

#include <roofline/chart/plot.hpp>
#include <roofline/machine.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;

constexpr auto npu = machine<"npu">(
    ceiling<matrix_math<bf16>>(100_TFLOPS, datasheet("x")), ceiling<matrix_math<fp8>>(200_TFLOPS, datasheet("x")),
    ceiling<memory<dram>>(1_TBps, datasheet("x")), unpublished<memory<llc>>(), ceiling<board_power>(300_W, datasheet("x")));

chart::plot p() {
    chart::plot p("npu");
#ifndef POSITIVE_CONTROL
    p.roof<matrix_math<fp4>>(npu);
#else
    p.roof<matrix_math<fp8>>(npu);
#endif
    return p;
}
