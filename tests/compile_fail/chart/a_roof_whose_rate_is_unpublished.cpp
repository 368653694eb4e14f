// SPDX-License-Identifier: BSL-1.0
// expect-error: roof: the machine does not publish the rate of this resource
// expect: npu has memory<llc>, but its rate is unpublished

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
    p.roof<memory<llc>>(npu);
#else
    p.roof<memory<dram>>(npu);
#endif
    return p;
}
